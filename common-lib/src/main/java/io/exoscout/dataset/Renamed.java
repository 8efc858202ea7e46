package io.exoscout.dataset;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A spooled table written anew with the archive's names, units and labels. */
final class Renamed {

	private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

	private Renamed() {
	}

	/**
	 * Writes it anew.
	 * @param body the table; deleted once the new one is there
	 * @param names what its columns are called
	 * @return the new table
	 */
	static Spool.Body of(Spool.Body body, ColumnNames names, Spool spool, TableLimits limits) throws IOException {
		Path file = body.file().resolveSibling(body.file().getFileName() + "-named");
		try (CsvTable table = CsvTable.open(Files.newInputStream(body.file()), body.firstLine(), limits);
				BufferedWriter out = Files.newBufferedWriter(file);
				CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
			printer.printRecord(names.columns());
			for (CsvRow row = table.next(); row != null; row = table.next()) {
				printer.printRecord(names.row(row.cells()));
			}
			printer.flush();
			try (InputStream named = Files.newInputStream(file)) {
				Spool.Body written = spool.write(named, limits);
				spool.delete(body.file());
				return new Spool.Body(written.file(), written.sha256(), written.bytes(), body.firstLine(),
						body.downloaded());
			}
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

}
