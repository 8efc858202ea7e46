package io.exoscout.astronomy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.exoscout.body.CanonicalBody;
import io.exoscout.body.ForeignFormat;
import io.exoscout.csv.CsvRecords;
import io.exoscout.json.SentRow;
import io.exoscout.json.SentRows;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/** The rows of an ECSV file, on the lines they have in it. */
final class EcsvRows implements SentRows {

	private final CsvRecords records;

	private final List<EcsvTable.Column> columns;

	private final long headerLine;

	private long rows;

	private EcsvRows(CsvRecords records, List<EcsvTable.Column> columns) {
		this.records = records;
		this.columns = columns;
		String[] names = records.next();
		List<String> declared = columns.stream().map(EcsvTable.Column::name).toList();
		if (names == null || !declared.equals(Arrays.asList(names))) {
			throw ForeignFormat.ECSV
				.unreadable("its header declares the columns " + Quoted.of(String.join(" ", declared))
						+ ", and its table begins with " + Quoted.of((names == null) ? "" : String.join(" ", names)));
		}
		this.headerLine = records.line();
	}

	static EcsvRows open(EcsvTable table) throws IOException {
		InputStream in = Files.newInputStream(table.file());
		try {
			// the body begins after the lines with number signs
			return new EcsvRows(
					new CsvRecords(CanonicalBody.of(in, table.limits()), 1, table.limits(), table.delimiter()),
					table.columns());
		}
		catch (IOException | RuntimeException | Error ex) {
			in.close();
			throw ex;
		}
	}

	@Override
	public List<String> header() {
		return this.columns.stream().map((column) -> UnitNames.of(column.name(), column.unit())).toList();
	}

	@Override
	public long headerLine() {
		return this.headerLine;
	}

	@Override
	public @Nullable SentRow next() {
		String[] cells = this.records.next();
		if (cells == null) {
			return null;
		}
		if (cells.length != this.columns.size()) {
			throw ForeignFormat.ECSV.unreadable("line " + this.records.line() + " has " + cells.length
					+ " cells where there are " + this.columns.size() + " columns");
		}
		this.rows++;
		List<String> row = new ArrayList<>(cells.length);
		for (int i = 0; i < cells.length; i++) {
			row.add(this.columns.get(i).datatype().equals("bool") ? truth(cells[i]) : cells[i]);
		}
		return new SentRow(this.records.line(), row);
	}

	private static String truth(String cell) {
		return switch (cell) {
			case "True" -> CellText.of(true);
			case "False" -> CellText.of(false);
			default -> cell;
		};
	}

	@Override
	public List<String> notes() {
		return List.of("The file is ECSV; " + this.rows + " row(s) were read.");
	}

	@Override
	public void close() throws IOException {
		this.records.close();
	}

}
