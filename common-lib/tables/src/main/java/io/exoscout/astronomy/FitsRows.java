package io.exoscout.astronomy;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.exoscout.body.ForeignFormat;
import io.exoscout.json.SentRow;
import io.exoscout.json.SentRows;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.fits.AsciiTableStarTable;
import uk.ac.starlink.fits.BintableStarTable;
import uk.ac.starlink.fits.InputFactory;
import uk.ac.starlink.fits.WideFits;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.util.FileDataSource;

/**
 * The rows of a FITS table whose header was checked, decoded by STIL: scaled, with blanks
 * where the header says which value is one.
 */
final class FitsRows implements SentRows {

	private final StarTable table;

	private final RowSequence cells;

	private final NotedRows rows;

	private final Closeable input;

	private FitsRows(StarTable table, Closeable input, NotedRows rows) throws IOException {
		this.table = table;
		this.cells = table.getRowSequence();
		this.input = input;
		this.rows = rows;
	}

	static FitsRows open(FitsTable fits) throws IOException {
		long bytes = fits.rows() * fits.header().getRequiredLongValue("NAXIS1");
		InputFactory input = InputFactory.createSequentialFactory(new FileDataSource(fits.file().toFile()), fits.at(),
				bytes);
		try {
			boolean binary = "BINTABLE".equals(fits.header().getStringValue("XTENSION"));
			StarTable table = binary ? BintableStarTable.createTable(fits.header(), input, (WideFits) null)
					: AsciiTableStarTable.createTable(fits.header(), input);
			return new FitsRows(table, input, new NotedRows("a FITS table", fits.limits()));
		}
		catch (IOException | IllegalArgumentException ex) {
			input.close();
			throw ForeignFormat.FITS.unreadable("the header of its table contradicts itself").causedBy(ex);
		}
	}

	@Override
	public List<String> header() {
		List<String> header = new ArrayList<>();
		for (int i = 0; i < this.table.getColumnCount(); i++) {
			ColumnInfo column = this.table.getColumnInfo(i);
			header.add(UnitNames.of(column.getName(), column.getUnitString()));
		}
		return header;
	}

	@Override
	public @Nullable SentRow next() {
		try {
			if (this.rows.count() == this.table.getRowCount() || !this.cells.next()) {
				return null;
			}
			List<@Nullable String> row = new ArrayList<>();
			for (Object cell : this.cells.getRow()) {
				row.add(CellText.of(cell));
			}
			return this.rows.row(row);
		}
		catch (IOException ex) {
			throw ForeignFormat.FITS.unreadable("row " + (this.rows.count() + 1) + " can not be read").causedBy(ex);
		}
	}

	@Override
	public List<String> notes() {
		return this.rows.notes();
	}

	@Override
	public void close() throws IOException {
		try (Closeable input = this.input) {
			this.cells.close();
		}
	}

}
