package io.exoscout.feature;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.exoscout.archive.ArchiveColumn;
import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.Mission;
import io.exoscout.dataset.TableReport;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The features that are computed for a mission's tables, besides the columns themselves:
 * name, unit, formula, source columns, reference, tags and doubt of each, and the tags
 * and doubts of the columns. The lists are the files {@code kepler-3.csv} and so on
 * beside this class. A list never changes once models were trained by it; a new one gets
 * a new number, and the old one stays for the old models.
 */
public final class FeatureSet {

	private static final Map<Mission, Integer> CURRENT = Map.of(Mission.KEPLER, 3, Mission.TESS, 3, Mission.K2, 3);

	/** Sets that are there for whoever asks for them, besides the current ones. */
	private static final Map<Mission, List<Integer>> OPTIONAL = Map.of(Mission.KEPLER, List.of(4));

	private static final Map<String, FeatureSet> READ = new ConcurrentHashMap<>();

	private final Mission mission;

	private final String version;

	private final Map<String, Line> lines;

	/** What is said of columns that are features as they are. */
	private final Map<String, Feature> columns;

	private FeatureSet(Mission mission, String version, Map<String, Line> all) {
		this.mission = mission;
		this.version = version;
		this.lines = new LinkedHashMap<>(all);
		this.lines.values().removeIf((line) -> line.kind() == Kind.COLUMN);
		this.columns = all.values()
			.stream()
			.filter((line) -> line.kind() == Kind.COLUMN)
			.map(Line::feature)
			.collect(Collectors.toMap(Feature::name, Function.identity()));
	}

	/** What a line of a list stands for. */
	enum Kind {

		/** Says something of a column that is a feature as it is. */
		COLUMN,
		/** Tells in which column neighbours have their period, epoch, … */
		NEIGHBOUR,
		/** Is only there for the lines after it. */
		QUANTITY,
		/** Is computed among the objects of the table. */
		RELATION,
		/** Is computed by its formula. */
		FEATURE;

		boolean given() {
			return this == RELATION || this == FEATURE;
		}

	}

	/**
	 * A line of a list. Values below {@code min} or above {@code max} count as missing.
	 */
	record Line(Kind kind, Feature feature, double min, double max) {

		/** A value, {@code NaN} if it is none or out of bounds. */
		double sound(double value) {
			return (value >= this.min && value <= this.max && Math.abs(value) <= Float.MAX_VALUE) ? value : Double.NaN;
		}

	}

	/** The set by which new models are trained, unless another one is asked for. */
	public static FeatureSet current(Mission mission) {
		return of(mission, mission.id() + "-" + CURRENT.get(mission));
	}

	/** The versions that can be asked for, the current one first. */
	public static List<String> offered(Mission mission) {
		return Stream
			.concat(Stream.of(Objects.requireNonNull(CURRENT.get(mission))),
					OPTIONAL.getOrDefault(mission, List.of()).stream())
			.map((number) -> mission.id() + "-" + number)
			.toList();
	}

	/**
	 * A set by its version.
	 * @param mission whose it is
	 * @param version e.g. {@code kepler-1}, which has no computed features
	 * @return the set
	 * @throws ProblemException {@code UNUSABLE} (code {@code unknown_feature_set}) if
	 * this program does not know it
	 */
	public static FeatureSet of(Mission mission, String version) {
		return READ.computeIfAbsent(version, (name) -> new FeatureSet(mission, name, read(mission, name)));
	}

	/** Whether there is a set of this version, rather than in a later program only. */
	public static boolean knows(Mission mission, String version) {
		return version.equals(mission.id() + "-1") || resource(mission, version) != null;
	}

	/** Its version, part of a job's identity and of every model. */
	public String version() {
		return this.version;
	}

	/** Everything it computes. */
	public List<Feature> features() {
		return this.lines.values().stream().filter((line) -> line.kind().given()).map(Line::feature).toList();
	}

	/** Whether a name is that of a computed feature. */
	public boolean computes(String name) {
		return computed(name) != null;
	}

	private @Nullable Feature computed(String name) {
		Line line = this.lines.get(name);
		return (line != null && line.kind().given()) ? line.feature() : null;
	}

	/** Whether a computed feature looks at the other objects of the table. */
	boolean looksAround(String name) {
		Line line = this.lines.get(name);
		return line != null && line.kind() == Kind.RELATION;
	}

	/**
	 * What is said of a feature, computed or a column. Of sets from before there were
	 * tags the current one speaks.
	 */
	public FeatureInput input(String name) {
		Feature said = described(name);
		Feature computed = computed(name);
		if (computed != null) {
			return new FeatureInput(name, FeatureInput.COMPUTED, computed.unit(), null, computed.formula(), said.tags(),
					computed.meaning(), said.doubt());
		}
		ArchiveColumn column = ArchiveColumns.of(this.mission, name);
		return new FeatureInput(name, FeatureInput.COLUMN, column.unit(), name, null, said.tags(), column.meaning(),
				said.doubt());
	}

	/**
	 * Chooses what to learn from.
	 * @param table what was understood of the table, with all columns it could use
	 * @param excluded features, columns and tags somebody wants to leave out
	 */
	public FeatureChoice choose(TableReport table, Collection<String> excluded) {
		return new FeatureChoice(this, table, excluded);
	}

	/**
	 * The columns that a feature sees: those it comes from, and for one that looks at the
	 * other objects those that tell objects and stars apart.
	 */
	Stream<String> seenBy(Feature feature) {
		return looksAround(feature.name()) ? Stream.concat(feature.sources().stream(),
				Stream.of(this.mission.objectColumn(), this.mission.starColumn())) : feature.sources().stream();
	}

	/** Tags and doubt of a feature or column; none if it has none in any set. */
	Feature described(String name) {
		Feature computed = computed(name);
		Feature said = (computed != null) ? computed : this.columns.get(name);
		if (said != null && !said.tags().isEmpty()) {
			return said;
		}
		FeatureSet current = current(this.mission);
		return (current != this) ? current.described(name)
				: new Feature(name, "", "", List.of(name), "", "", List.of(), "");
	}

	/** A feature with the tags and the doubt that it has now. */
	public Feature tagged(Feature feature) {
		Feature described = described(feature.name());
		return new Feature(feature.name(), feature.unit(), feature.formula(), feature.sources(), feature.reference(),
				feature.meaning(), described.tags(), described.doubt());
	}

	/** The column in which neighbours have something, if the set says so. */
	@Nullable String neighbourColumn(String name) {
		Line line = this.lines.get(name);
		return (line != null && line.kind() == Kind.NEIGHBOUR) ? line.feature().formula() : null;
	}

	/**
	 * The lines that are needed to compute features, in an order that allows it. Nothing
	 * has to be computed of a feature that is a column, whatever lines are called so.
	 */
	List<Line> needed(Collection<String> features) {
		Set<String> names = new TreeSet<>(features);
		names.removeIf((name) -> !computes(name));
		List<Line> all = new ArrayList<>(this.lines.values());
		List<Line> needed = new ArrayList<>();
		for (int i = all.size() - 1; i >= 0; i--) {
			Line line = all.get(i);
			if (line.kind() != Kind.NEIGHBOUR && names.contains(line.feature().name())) {
				needed.add(0, line);
				if (line.kind() != Kind.RELATION) {
					names.addAll(Formula.names(line.feature().formula()));
				}
			}
		}
		return needed;
	}

	private static Map<String, Line> read(Mission mission, String version) {
		if (version.equals(mission.id() + "-1")) {
			return Map.of();
		}
		try (InputStream resource = open(mission, version)) {
			return FeatureLines.read(resource);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static InputStream open(Mission mission, String version) throws IOException {
		URL resource = resource(mission, version);
		if (resource == null) {
			throw new ProblemException(ErrorCode.UNKNOWN_FEATURE_SET,
					"The feature set '%s' is not known here; it was made by a later version of the program."
						.formatted(version));
		}
		return resource.openStream();
	}

	private static @Nullable URL resource(Mission mission, String version) {
		return version.matches(mission.id() + "-\\d+") ? FeatureSet.class.getResource(version + ".csv") : null;
	}

}
