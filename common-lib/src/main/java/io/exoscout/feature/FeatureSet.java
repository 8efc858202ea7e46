package io.exoscout.feature;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import io.exoscout.dataset.ArchiveColumns;
import io.exoscout.dataset.ColumnRole;
import io.exoscout.dataset.CsvRow;
import io.exoscout.dataset.CsvTable;
import io.exoscout.dataset.Mission;
import io.exoscout.dataset.TableLimits;
import io.exoscout.dataset.TableReport;
import io.exoscout.dataset.TableReport.IgnoredColumn;
import io.exoscout.feature.FeaturePlan.LeftOut;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * The features that are computed for a mission's tables, besides the columns themselves:
 * name, unit, formula, source columns and reference of each. The lists are the files
 * {@code kepler-2.csv} and so on beside this class. A list never changes once models were
 * trained by it; a new one gets a new number, and the old one stays for the old models.
 */
public final class FeatureSet {

	private static final Map<Mission, Integer> CURRENT = Map.of(Mission.KEPLER, 2, Mission.TESS, 2, Mission.K2, 2);

	/** Roles of columns that are no features themselves, but that features come from. */
	private static final Set<ColumnRole> SOURCES = Set.of(ColumnRole.UNCERTAINTY, ColumnRole.EPOCH,
			ColumnRole.POSITION);

	private static final Map<String, FeatureSet> READ = new ConcurrentHashMap<>();

	private final String version;

	private final Map<String, Line> lines;

	private FeatureSet(String version, Map<String, Line> lines) {
		this.version = version;
		this.lines = lines;
	}

	/** What a line of a list stands for. */
	enum Kind {

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
	}

	/** The set by which new models are trained. */
	public static FeatureSet current(Mission mission) {
		return of(mission, mission.id() + "-" + CURRENT.get(mission));
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
		return READ.computeIfAbsent(version, (name) -> new FeatureSet(name, read(mission, name)));
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
		Line line = this.lines.get(name);
		return line != null && line.kind().given();
	}

	/** Whether a computed feature looks at the other objects of the table. */
	boolean looksAround(String name) {
		Line line = this.lines.get(name);
		return line != null && line.kind() == Kind.RELATION;
	}

	/**
	 * What can be computed from a table.
	 * @param report what was understood of the table
	 * @param excluded features and columns somebody wants to leave out
	 * @return the plan
	 */
	public FeaturePlan plan(TableReport report, Collection<String> excluded) {
		Set<String> at = new HashSet<>(report.used());
		report.ignored()
			.stream()
			.filter((ignored) -> isSource(report.mission(), ignored))
			.map(IgnoredColumn::column)
			.forEach(at::add);
		at.removeAll(excluded);
		List<String> computed = new ArrayList<>();
		List<LeftOut> leftOut = new ArrayList<>();
		for (Feature feature : features()) {
			List<String> lacking = feature.sources().stream().filter((source) -> !at.contains(source)).toList();
			if (excluded.contains(feature.name())) {
				leftOut.add(new LeftOut(feature.name(), "left out on request"));
			}
			else if (!lacking.isEmpty()) {
				leftOut.add(new LeftOut(feature.name(), "not used or not there: " + String.join(", ", lacking)));
			}
			else {
				computed.add(feature.name());
			}
		}
		return new FeaturePlan(this.version, computed, leftOut);
	}

	/** Whether a column was set aside for its role alone, and that role allows it. */
	private static boolean isSource(Mission mission, IgnoredColumn ignored) {
		ColumnRole role = ArchiveColumns.role(mission, ignored.column());
		return SOURCES.contains(role) && ignored.reason().equals(role.reason());
	}

	/** The column in which neighbours have something, if the set says so. */
	@Nullable String neighbourColumn(String name) {
		Line line = this.lines.get(name);
		return (line != null && line.kind() == Kind.NEIGHBOUR) ? line.feature().formula() : null;
	}

	/** The lines that are needed to compute features, in an order that allows it. */
	List<Line> needed(Collection<String> features) {
		Set<String> names = new TreeSet<>(features);
		List<Line> all = new ArrayList<>(this.lines.values());
		List<Line> needed = new ArrayList<>();
		for (int i = all.size() - 1; i >= 0; i--) {
			Line line = all.get(i);
			if (names.contains(line.feature().name())) {
				needed.add(0, line);
				if (line.kind() != Kind.RELATION) {
					names.addAll(Formula.names(line.feature().formula()));
				}
			}
		}
		return needed;
	}

	private static Map<String, Line> read(Mission mission, String version) {
		Map<String, Line> lines = new LinkedHashMap<>();
		if (version.equals(mission.id() + "-1")) {
			return lines;
		}
		try (InputStream resource = open(mission, version)) {
			CsvTable table = CsvTable.open(resource, TableLimits.DEFAULTS);
			@Nullable CsvRow row;
			while ((row = table.next()) != null) {
				Line line = line(lines, table, row);
				lines.put(line.feature().name(), line);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return lines;
	}

	private static InputStream open(Mission mission, String version) throws IOException {
		URL resource = resource(mission, version);
		if (resource == null) {
			throw new ProblemException(ProblemKind.UNUSABLE, "unknown_feature_set",
					"The feature set '%s' is not known here; it was made by a later version of the program."
						.formatted(version));
		}
		return resource.openStream();
	}

	private static @Nullable URL resource(Mission mission, String version) {
		return version.matches(mission.id() + "-\\d+") ? FeatureSet.class.getResource(version + ".csv") : null;
	}

	private static Line line(Map<String, Line> before, CsvTable table, CsvRow row) {
		String name = cell(table, row, "name");
		Kind kind = Kind.valueOf(cell(table, row, "kind").toUpperCase(Locale.ROOT));
		String formula = cell(table, row, "formula");
		List<String> sources = sources(before, (kind == Kind.RELATION) ? needs(formula) : Formula.names(formula));
		Feature feature = new Feature(name, cell(table, row, "unit"), formula, sources, cell(table, row, "reference"),
				cell(table, row, "meaning"));
		return new Line(kind, feature, bound(cell(table, row, "min"), Double.NEGATIVE_INFINITY),
				bound(cell(table, row, "max"), Double.POSITIVE_INFINITY));
	}

	/** The columns behind a formula. */
	private static List<String> sources(Map<String, Line> before, List<String> names) {
		Set<String> sources = new TreeSet<>();
		for (String name : names) {
			Line line = before.get(name);
			sources.addAll((line != null) ? line.feature().sources() : List.of(name));
		}
		return List.copyOf(sources);
	}

	/** What a relation looks at, which stands in its brackets. */
	private static List<String> needs(String formula) {
		String names = formula.substring(formula.indexOf('(') + 1, formula.indexOf(')')).replace(" ", "");
		return names.isEmpty() ? List.of() : List.of(names.split(","));
	}

	private static double bound(String cell, double unbounded) {
		return cell.isEmpty() ? unbounded : Double.parseDouble(cell);
	}

	private static String cell(CsvTable table, CsvRow row, String column) {
		return row.cells().get(table.column(column));
	}

}
