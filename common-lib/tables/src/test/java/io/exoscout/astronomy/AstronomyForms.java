package io.exoscout.astronomy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import uk.ac.starlink.ecsv.EcsvTableWriter;
import uk.ac.starlink.fits.FitsTableWriter;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableWriter;
import uk.ac.starlink.votable.DataFormat;
import uk.ac.starlink.votable.VOTableWriter;

/** Tables written in the forms of astronomers, from the lines of a CSV file. */
enum AstronomyForms {

	TABLEDATA(new VOTableWriter(DataFormat.TABLEDATA, true)), BINARY(new VOTableWriter(DataFormat.BINARY, true)),
	BINARY2(new VOTableWriter(DataFormat.BINARY2, true)), FITS(new FitsTableWriter()),
	ECSV_BLANKS(EcsvTableWriter.SPACE_WRITER), ECSV_COMMAS(EcsvTableWriter.COMMA_WRITER);

	private final StarTableWriter writer;

	AstronomyForms(StarTableWriter writer) {
		this.writer = writer;
	}

	byte[] of(String csv, String... units) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			this.writer.writeStarTable(table(csv, units), bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static StarTable table(String csv, String... units) {
		List<String[]> rows = csv.lines().map((line) -> line.split(",", -1)).toList();
		String[] names = rows.get(0);
		ColumnInfo[] columns = new ColumnInfo[names.length];
		for (int i = 0; i < names.length; i++) {
			columns[i] = new ColumnInfo(names[i], kind(rows, i), "column " + i);
			if (i < units.length && !units[i].isEmpty()) {
				columns[i].setUnitString(units[i]);
			}
		}
		RowListStarTable table = new RowListStarTable(columns);
		for (String[] row : rows.subList(1, rows.size())) {
			Object[] cells = new Object[row.length];
			for (int i = 0; i < row.length; i++) {
				cells[i] = value(row[i], columns[i].getContentClass());
			}
			table.addRow(cells);
		}
		return table;
	}

	private static Class<?> kind(List<String[]> rows, int column) {
		List<String> cells = rows.stream().skip(1).map((row) -> row[column]).filter((cell) -> !cell.isEmpty()).toList();
		if (cells.stream().allMatch((cell) -> cell.matches("-?\\d{1,9}"))) {
			return Integer.class;
		}
		return cells.stream().allMatch((cell) -> cell.matches("-?[0-9.]+([eE][-+]?\\d+)?")) ? Double.class
				: String.class;
	}

	private static Object value(String cell, Class<?> kind) {
		if (kind == String.class) {
			return cell;
		}
		if (kind == Double.class) {
			return cell.isEmpty() ? Double.NaN : Double.valueOf(cell);
		}
		return cell.isEmpty() ? null : Integer.valueOf(cell);
	}

	/** An IPAC table, which only has to stand in columns. */
	static byte[] ipac(String csv) {
		List<String[]> rows = csv.lines().map((line) -> line.split(",", -1)).toList();
		int[] widths = new int[rows.get(0).length];
		for (String[] row : rows) {
			for (int i = 0; i < row.length; i++) {
				widths[i] = Math.max(widths[i], row[i].length());
			}
		}
		List<String> lines = new ArrayList<>(List.of("\\origin = made"));
		lines.add(line(rows.get(0), widths, '|'));
		rows.stream().skip(1).forEach((row) -> lines.add(line(row, widths, ' ')));
		return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
	}

	private static String line(String[] cells, int[] widths, char bar) {
		StringBuilder line = new StringBuilder().append(bar);
		for (int i = 0; i < cells.length; i++) {
			line.append(cells[i]).append(" ".repeat(widths[i] - cells[i].length())).append(bar);
		}
		return line.toString();
	}

}
