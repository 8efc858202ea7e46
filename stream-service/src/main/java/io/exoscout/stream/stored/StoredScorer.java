package io.exoscout.stream.stored;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.Verdict;
import io.exoscout.fitting.ReducedModel;
import io.exoscout.logistic.StreamScorer;
import io.exoscout.model.BlankPatterns;
import io.exoscout.model.ModelManifest;
import io.exoscout.model.TrainedModel;
import io.exoscout.neighbour.Neighbours;
import io.exoscout.objects.ObjectRow;
import io.exoscout.online.StreamDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A trained model that scores the events of a stream, each as the predictor scores a
 * single row: by the model's own features, among the objects of its training table; an
 * event with blanks by a model that is fitted to the training rows without what is blank,
 * which takes its time when the first event of that kind comes. What the predictor would
 * refuse is not scored. Safe to use from many threads.
 */
final class StoredScorer implements StreamScorer {

	/** So many models for events with blanks are kept. */
	private static final int KEPT = 16;

	/** With less of its information a model is not worth asking. */
	private static final double LEAST = 0.1;

	private final TrainedModel model;

	private final StoredInputs inputs;

	private final Function<BitSet, ReducedModel> fitting;

	/** The classes that stand for a planet. */
	private final int[] planets;

	private final Map<BitSet, ReducedModel> reduced = new LinkedHashMap<>(KEPT, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<BitSet, ReducedModel> eldest) {
			return size() > KEPT;
		}

	};

	/**
	 * A scorer.
	 * @param model what scores
	 * @param definition of the stream
	 * @param fitting fits the model without features that are not known
	 * @throws io.exoscout.problem.ProblemException as {@link StoredInputs} says
	 */
	StoredScorer(TrainedModel model, StreamDefinition definition, Function<BitSet, ReducedModel> fitting) {
		this.model = model;
		this.inputs = new StoredInputs(model, definition);
		this.fitting = fitting;
		this.planets = planets(model.manifest());
	}

	private static int[] planets(ModelManifest manifest) {
		return IntStream.range(0, manifest.classNames().size())
			.filter((i) -> manifest.options()
				.target()
				.verdictOf(manifest.mission(), manifest.classNames().get(i)) == Verdict.PLANET)
			.toArray();
	}

	@Override
	public double probability(String id, String key, double[] values) {
		ObjectRow row = this.inputs.row(id, key, values);
		double[] probabilities = (row != null) ? probabilities(row) : null;
		return (probabilities != null) ? IntStream.of(this.planets).mapToDouble((i) -> probabilities[i]).sum()
				: Double.NaN;
	}

	private double @Nullable [] probabilities(ObjectRow row) {
		BitSet blank = BlankPatterns.BlankTally.blank(row);
		BitSet unknown = this.inputs.vectors().unknown(blank);
		int width = this.model.manifest().features().size();
		if (unknown.cardinality() == width) {
			return null;
		}
		float[] vector = this.inputs.vectors().of(row, surroundings(row));
		double[] probabilities = new double[this.model.forests().classes()];
		if (unknown.isEmpty()) {
			this.model.predict(new float[][] { vector }, new double[][] { probabilities });
			return probabilities;
		}
		return (this.model.rows().size() == 0) ? expected(blank, unknown, vector, probabilities)
				: fitted(unknown, vector, probabilities);
	}

	private Neighbours surroundings(ObjectRow row) {
		return this.inputs.vectors().relational() ? this.inputs.vectors()
			.neighbours(List.of(row), StoredScorer::goOn)
			.with(this.model.neighbours(), StoredScorer::goOn) : Neighbours.NONE;
	}

	private static void goOn() {
		// one event is looked at to its end
	}

	/** What a model without training rows says on average over what is not known. */
	private double @Nullable [] expected(BitSet blank, BitSet unknown, float[] vector, double[] probabilities) {
		List<String> columns = this.inputs.vectors().columns();
		List<String> core = ArchiveColumns.core(this.inputs.mission());
		double[] importance = this.model.manifest().importance();
		double known = IntStream.range(0, importance.length)
			.filter((feature) -> !unknown.get(feature))
			.mapToDouble((feature) -> importance[feature])
			.sum();
		boolean lacksCore = blank.stream().anyMatch((i) -> i < columns.size() && core.contains(columns.get(i)));
		if (lacksCore || known < LEAST) {
			return null;
		}
		boolean[] places = new boolean[this.model.forests().features()];
		unknown.stream().forEach((feature) -> places[feature] = true);
		this.model.forests().predict(vector, places, probabilities);
		this.model.manifest().calibrator().apply(probabilities);
		return probabilities;
	}

	private double @Nullable [] fitted(BitSet unknown, float[] vector, double[] probabilities) {
		ReducedModel fitted;
		synchronized (this.reduced) {
			fitted = this.reduced.computeIfAbsent(unknown, this.fitting);
		}
		if (fitted.information() < LEAST || !fitted.skill().beyondBaseRate()) {
			return null;
		}
		fitted.predict(new float[][] { vector }, new double[][] { probabilities });
		return probabilities;
	}

}
