package io.exoscout.catalog.confirmed;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.exoscout.body.TableLimits;
import io.exoscout.csv.CsvRow;
import io.exoscout.csv.CsvTable;
import io.exoscout.problem.InputError;
import org.jspecify.annotations.Nullable;

/**
 * The archive's table of confirmed planets ({@code PSCompPars}), row by row. A row with a
 * value that can not be one is given with what is wrong, so that the others can be used.
 */
public final class ConfirmedTable implements Closeable {

	private final CsvTable table;

	private final Map<ConfirmedColumn, Integer> places = new LinkedHashMap<>();

	private final int name;

	private ConfirmedTable(CsvTable table) {
		this.table = table;
		OtherTable.refuse(table.columns());
		for (ConfirmedColumn column : ConfirmedColumns.all()) {
			int place = table.column(column.name());
			if (place >= 0) {
				this.places.put(column, place);
			}
		}
		this.name = table.column(ConfirmedColumns.PLANET);
	}

	/**
	 * Opens a table.
	 * @param bytes in the archive's form; closed with the table
	 * @param firstLine the line of the sent file on which they begin
	 * @throws io.exoscout.problem.ProblemException {@code not_confirmed_planets} where it
	 * is another table
	 */
	public static ConfirmedTable open(InputStream bytes, long firstLine, TableLimits limits) throws IOException {
		CsvTable table = CsvTable.open(bytes, firstLine, limits);
		try {
			return new ConfirmedTable(table);
		}
		catch (RuntimeException | Error ex) {
			table.close();
			throw ex;
		}
	}

	/** The names of those that are kept. */
	public Set<String> kept() {
		return this.places.keySet().stream().map(ConfirmedColumn::name).collect(Collectors.toSet());
	}

	/** How many columns the table has. */
	public int columns() {
		return this.table.columns().size();
	}

	/** Those that would be kept and are not there, flags of limits aside. */
	public List<String> missing() {
		return ConfirmedColumns.all()
			.stream()
			.filter((column) -> !this.places.containsKey(column) && column.kind() != ConfirmedColumn.Kind.LIMIT)
			.map(ConfirmedColumn::name)
			.toList();
	}

	/** Those that are not kept. */
	public List<String> ignored() {
		return this.table.columns().stream().filter((name) -> ConfirmedColumns.named(name).isEmpty()).toList();
	}

	/** The next row, or {@code null} at the end. */
	public @Nullable ConfirmedRow next() {
		CsvRow row = this.table.next();
		if (row == null) {
			return null;
		}
		List<InputError> problems = new ArrayList<>();
		Map<String, Object> values = new LinkedHashMap<>();
		this.places.forEach((column, place) -> {
			String cell = row.cells().get(place);
			column.problem(cell)
				.ifPresentOrElse((problem) -> problems.add(
						new InputError(null, column.name(), row.line(), "Line %d: %s.".formatted(row.line(), problem))),
						() -> keep(column, cell, values));
		});
		return new ConfirmedRow(row.line(), row.cells().get(this.name), problems.isEmpty() ? values : Map.of(),
				problems);
	}

	private static void keep(ConfirmedColumn column, String cell, Map<String, Object> values) {
		Object value = column.value(cell);
		if (value != null) {
			values.put(column.name(), value);
		}
	}

	/** How many rows were read so far. */
	public long rows() {
		return this.table.rows();
	}

	@Override
	public void close() throws IOException {
		this.table.close();
	}

}
