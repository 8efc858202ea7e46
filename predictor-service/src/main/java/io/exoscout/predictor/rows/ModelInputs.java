package io.exoscout.predictor.rows;

import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.exoscout.archive.Mission;
import io.exoscout.feature.FeatureInput;
import io.exoscout.feature.FeatureSet;
import io.exoscout.feature.FeatureVectors;
import io.exoscout.model.BlankPatterns;
import io.exoscout.model.TrainedModel;
import io.exoscout.neighbour.Neighbours;
import io.exoscout.neighbour.TableObjects;
import io.exoscout.neighbour.TableObjects.Relations;
import io.exoscout.objects.ObjectRow;
import io.exoscout.prediction.TableContext;
import io.exoscout.predictor.drift.RowSample;
import io.exoscout.predictor.drift.TrainingSpread;
import org.jspecify.annotations.Nullable;

/**
 * What a model looks at: columns of a table, and features computed from them. All that
 * follows from the model alone is found out once, when it is loaded. Safe to use from
 * many threads.
 */
public final class ModelInputs {

	/** So many characters of headers are remembered. */
	private static final int HEADERS = 1 << 20;

	private final TrainedModel model;

	private final FeatureVectors vectors;

	private final List<FeatureInput> features;

	/** Lately sent ones. */
	private final Cache<List<String>, JsonHeader> headers = Caffeine.newBuilder()
		.maximumWeight(HEADERS)
		.<List<String>, JsonHeader>weigher((sent, header) -> sent.stream().mapToInt(String::length).sum() + sent.size())
		.build();

	private final List<String> wanted;

	/** Of each column what the features that need it matter in all. */
	private final double[] importance;

	/**
	 * Found out when it is first asked for, since loading a model must not wait for it.
	 */
	private volatile @Nullable TrainingSpread spread;

	/**
	 * The inputs of a model.
	 * @throws io.exoscout.problem.ProblemException {@code UNUSABLE} if it was trained by
	 * a feature set that is not known here
	 */
	public ModelInputs(TrainedModel model) {
		this.model = model;
		FeatureSet set = FeatureSet.of(mission(model), model.manifest().featureSet());
		this.vectors = new FeatureVectors(set, model.manifest().features());
		this.features = model.manifest().features().stream().map(set::input).toList();
		this.wanted = this.vectors.relational() ? Stream
			.concat(columns().stream(), Stream.of(mission(model).objectColumn(), mission(model).starColumn()))
			.toList() : columns();
		this.importance = IntStream.range(0, columns().size()).mapToDouble(this::importanceOf).toArray();
	}

	private double importanceOf(int column) {
		double[] importance = this.model.manifest().importance();
		return IntStream.range(0, importance.length)
			.filter((feature) -> this.vectors.sources(feature).get(column))
			.mapToDouble((feature) -> importance[feature])
			.sum();
	}

	/**
	 * The other objects that features look at.
	 *
	 * @param neighbours those sent and, for the rest, those of the training table
	 * @param context what the answer says of them, {@code null} where no feature looks
	 * @param relations of the rows of a whole table to them; of few rows they are looked
	 * up when they are asked for
	 */
	public record Surroundings(Neighbours neighbours, @Nullable TableContext context, Relations relations) {
	}

	/**
	 * What is known of all rows.
	 *
	 * @param surroundings the objects that features look at
	 * @param blanks which cells are blank
	 * @param sample some of the rows, and all of a table that is not large
	 */
	public record Survey(Surroundings surroundings, BlankPatterns blanks, RowSample sample) {
	}

	public Mission mission() {
		return mission(this.model);
	}

	/** The numeric columns of a row, in the order it must have them. */
	public List<String> columns() {
		return this.vectors.columns();
	}

	/**
	 * Everything that is looked at: numeric columns, and the names objects are told by.
	 */
	List<String> wanted() {
		return this.wanted;
	}

	/** What is said of each feature, in the order of a vector. */
	public List<FeatureInput> features() {
		return this.features;
	}

	/**
	 * What the columns of JSON rows are to the model.
	 * @param sent their names
	 */
	JsonHeader header(List<String> sent) {
		return this.headers.get(sent, (names) -> JsonHeader.of(mission(), this.wanted, columns().size(), names));
	}

	/** Whether some feature looks at other objects. */
	boolean lookAround() {
		return this.vectors.relational();
	}

	/**
	 * What has to be known of all rows before the first one is scored.
	 * @param table gives one row after the other, {@code null} at the end
	 * @param limit of a table of more objects than this no relations are known
	 * @param meanwhile called again and again; may end it with an exception
	 */
	public Survey survey(Supplier<@Nullable ObjectRow> table, int limit, Runnable meanwhile) {
		BlankPatterns.BlankTally blanks = new BlankPatterns.BlankTally(mission(), columns());
		RowSample sample = new RowSample();
		TableObjects sent = this.vectors.neighbours(table, lookAround() ? limit : 0, (row) -> {
			blanks.add(row);
			sample.add(row);
		}, meanwhile);
		return survey(sent.all(), (all) -> sent.among(all, meanwhile), blanks, sample, meanwhile);
	}

	/** The same of rows at hand. */
	public Survey survey(List<ObjectRow> rows, Runnable meanwhile) {
		BlankPatterns.BlankTally blanks = new BlankPatterns.BlankTally(mission(), columns());
		RowSample sample = new RowSample();
		rows.forEach(blanks::add);
		rows.forEach(sample::add);
		return survey(this.vectors.neighbours(rows, meanwhile), (all) -> Relations.NONE, blanks, sample, meanwhile);
	}

	private Survey survey(Neighbours sent, Function<Neighbours, Relations> relations, BlankPatterns.BlankTally blanks,
			RowSample sample, Runnable meanwhile) {
		Surroundings surroundings = lookAround() ? among(sent, relations, meanwhile)
				: new Surroundings(Neighbours.NONE, null, Relations.NONE);
		return new Survey(surroundings, blanks.patterns(), sample);
	}

	/** How many cells a row has: its columns, then its own name and its star's. */
	public int cells() {
		return this.vectors.cells();
	}

	/** Which of some cells are {@link #columns()}. */
	public IntStream columns(BitSet cells) {
		return cells.stream().filter((cell) -> cell < columns().size());
	}

	/** The features that are not known of a row with these blank cells. */
	public BitSet unknown(BitSet blank) {
		return this.vectors.unknown(blank);
	}

	public TrainedModel model() {
		return this.model;
	}

	/**
	 * How much a column matters: the importance of the features that need it.
	 * @param column its place among {@link #columns()}
	 */
	public double importance(int column) {
		return this.importance[column];
	}

	/** How the rows lie that the model was trained on. */
	public TrainingSpread spread() {
		TrainingSpread known = this.spread;
		if (known == null) {
			// twice at worst, with the same outcome
			known = TrainingSpread.of(this.model);
			this.spread = known;
		}
		return known;
	}

	/**
	 * A row of {@link #columns()} as the model sees it.
	 * @param row the row
	 * @param place its place among all rows, from 0
	 * @param surroundings the objects that features look at
	 */
	public ObjectRow vector(ObjectRow row, long place, Surroundings surroundings) {
		float[] vector = surroundings.relations().known() ? this.vectors.of(row, (int) place, surroundings.relations())
				: this.vectors.of(row, surroundings.neighbours());
		return new ObjectRow(row.row(), row.object(), row.star(), row.label(), vector);
	}

	private Surroundings among(Neighbours sent, Function<Neighbours, Relations> relations, Runnable meanwhile) {
		Neighbours trained = this.model.neighbours();
		Neighbours all = sent.with(trained, meanwhile);
		return new Surroundings(all, TableContext.of(sent, trained, all), relations.apply(all));
	}

	private static Mission mission(TrainedModel model) {
		return model.manifest().mission();
	}

}
