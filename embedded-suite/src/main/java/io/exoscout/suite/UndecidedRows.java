package io.exoscout.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.exoscout.dataset.CsvRow;
import io.exoscout.dataset.CsvTable;
import io.exoscout.dataset.Mission;
import io.exoscout.dataset.SchemaDetector;
import io.exoscout.dataset.TableLimits;
import io.exoscout.dataset.Verdict;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The rows of a table that nobody has decided on yet.
 *
 * @param csv a table of these rows alone
 * @param count how many there are
 */
record UndecidedRows(byte[] csv, long count) {

	static UndecidedRows of(Path table) throws IOException {
		StringWriter text = new StringWriter();
		long count = 0;
		try (InputStream in = Files.newInputStream(table);
				CsvTable rows = CsvTable.open(in, TableLimits.DEFAULTS);
				CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
			Mission mission = SchemaDetector.detect(rows.columns()).mission();
			int label = rows.column(mission.labelColumn());
			csv.printRecord(rows.columns());
			for (CsvRow row = rows.next(); row != null; row = rows.next()) {
				if (mission.verdict(row.cells().get(label)).filter(Verdict.UNDECIDED::equals).isPresent()) {
					csv.printRecord(row.cells());
					count++;
				}
			}
		}
		return new UndecidedRows(text.toString().getBytes(StandardCharsets.UTF_8), count);
	}

}
