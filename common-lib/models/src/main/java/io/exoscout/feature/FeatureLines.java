package io.exoscout.feature;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.exoscout.body.TableLimits;
import io.exoscout.csv.CsvRow;
import io.exoscout.csv.CsvTable;
import io.exoscout.feature.FeatureSet.Kind;
import io.exoscout.feature.FeatureSet.Line;
import org.jspecify.annotations.Nullable;

/** Reads the file of a feature set. */
final class FeatureLines {

	private FeatureLines() {
	}

	/** Its lines by their names, in the order of the file. */
	static Map<String, Line> read(InputStream file) throws IOException {
		Map<String, Line> lines = new LinkedHashMap<>();
		CsvTable table = CsvTable.open(file, TableLimits.DEFAULTS);
		@Nullable CsvRow row;
		while ((row = table.next()) != null) {
			Line line = line(lines, table, row);
			lines.put(line.feature().name(), line);
		}
		return lines;
	}

	private static Line line(Map<String, Line> before, CsvTable table, CsvRow row) {
		String name = cell(table, row, "name");
		Kind kind = Kind.valueOf(cell(table, row, "kind").toUpperCase(Locale.ROOT));
		String formula = cell(table, row, "formula");
		List<String> sources = sources(before, (kind == Kind.RELATION) ? needs(formula) : Formula.names(formula));
		Feature feature = new Feature(name, cell(table, row, "unit"), formula, sources, cell(table, row, "reference"),
				cell(table, row, "meaning"), tags(cell(table, row, "tags")), cell(table, row, "doubt"));
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

	/** Ids with blanks between them. */
	private static List<FeatureTag> tags(String cell) {
		return cell.isEmpty() ? List.of()
				: Stream.of(cell.split(" ")).map((id) -> FeatureTag.of(id).orElseThrow()).toList();
	}

	private static double bound(String cell, double unbounded) {
		return cell.isEmpty() ? unbounded : Double.parseDouble(cell);
	}

	/** Blank where the file is older than the column. */
	private static String cell(CsvTable table, CsvRow row, String column) {
		int place = table.column(column);
		return (place < 0) ? "" : row.cells().get(place);
	}

}
