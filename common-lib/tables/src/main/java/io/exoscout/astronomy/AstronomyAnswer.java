package io.exoscout.astronomy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

import io.exoscout.web.AnswerFormat;
import io.exoscout.web.CsvColumn;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.ecsv.EcsvTableWriter;
import uk.ac.starlink.fits.FitsTableWriter;
import uk.ac.starlink.table.DefaultValueInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.StarTableWriter;
import uk.ac.starlink.votable.DataFormat;
import uk.ac.starlink.votable.VOTableWriter;

/**
 * A table for astronomers' tools, with types, units, UCDs and meanings: VOTable, FITS,
 * ECSV or IPAC. Rows are kept in a file until the table ends, whatever their number;
 * numbers keep every bit.
 *
 * @param <T> what has a row of its own
 */
public final class AstronomyAnswer<T> {

	private final AnswerFormat format;

	private final List<CsvColumn<T>> cells;

	private final AnswerRows rows;

	private final OutputStream out;

	/**
	 * Begins a table.
	 * @param format one of the forms of astronomers
	 * @param name of the table
	 * @param notes what to know of it besides
	 * @param columns its columns
	 * @param out where to write; closed by {@link #finish}
	 * @throws IOException when the rows can not be kept
	 */
	public AstronomyAnswer(AnswerFormat format, String name, List<String> notes, List<CsvColumn<T>> columns,
			OutputStream out) throws IOException {
		this(format, columns,
				new AnswerRows(declared(columns).stream()
					.map((column) -> (format == AnswerFormat.FITS) ? column.forFits() : column)
					.toList()),
				out);
		this.rows.setName(name);
		for (int i = 0; i < notes.size(); i++) {
			this.rows
				.setParameter(new DescribedValue(new DefaultValueInfo("note_" + (i + 1), String.class), notes.get(i)));
		}
	}

	private AstronomyAnswer(AnswerFormat format, List<CsvColumn<T>> columns, AnswerRows rows, OutputStream out) {
		this.format = format;
		this.cells = columns;
		this.rows = rows;
		this.out = out;
	}

	/**
	 * Begins the VOTable that answers a cone search.
	 * @param <T> what has a row of its own
	 * @param name of the table
	 * @param columns its columns, among them {@code ra} and {@code dec}
	 * @param out where to write; closed by {@link #finish}
	 * @throws IOException when the rows can not be kept
	 */
	public static <T> AstronomyAnswer<T> ofCone(String name, List<CsvColumn<T>> columns, OutputStream out)
			throws IOException {
		AnswerRows rows = new AnswerRows(declared(columns).stream().map(AnswerColumn::forCone).toList());
		rows.setName(name);
		return new AstronomyAnswer<>(AnswerFormat.VOTABLE, columns, rows, out);
	}

	private static <T> List<AnswerColumn> declared(List<CsvColumn<T>> columns) {
		return columns.stream().map((column) -> AnswerColumn.of(column.name())).toList();
	}

	/** Takes a row. */
	public void write(T entry) throws IOException {
		List<@Nullable Object> row = new ArrayList<>(this.cells.size());
		for (int i = 0; i < this.cells.size(); i++) {
			row.add(this.rows.columns().get(i).value(this.cells.get(i).cell().apply(entry)));
		}
		this.rows.add(row);
	}

	/** Writes the table. Not called after a failure. */
	public void finish() throws IOException {
		try (AnswerRows kept = this.rows; OutputStream closed = this.out) {
			kept.complete();
			switch (this.format) {
				case VOTABLE -> write(votable(), closed);
				case FITS -> {
					kept.widenBlank();
					write(new FitsTableWriter(), closed);
				}
				case ECSV -> write(EcsvTableWriter.COMMA_WRITER, closed);
				case IPAC -> new IpacWriter(kept).write(closed);
				default -> throw new IllegalStateException(this.format + " is no form of astronomers");
			}
		}
	}

	private static VOTableWriter votable() {
		VOTableWriter writer = new VOTableWriter(DataFormat.TABLEDATA, true);
		// the same answer is the same bytes, as its entity tag says
		writer.setWriteDate(false);
		return writer;
	}

	private void write(StarTableWriter writer, OutputStream out) throws IOException {
		writer.writeStarTable(this.rows, out);
	}

}
