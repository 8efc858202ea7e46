package io.exoscout.jobs;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import io.exoscout.model.Candidate;
import io.exoscout.model.Candidate.Reason;
import io.exoscout.web.CsvCell;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Candidates as a table for a spreadsheet, written one by one. */
class CandidateCsv {

	private static final List<String> COLUMNS = List.of("rank", "row", "object", "star", "class", "probability",
			"corrected_probability", "lower", "upper", "reason_1", "reason_2", "reason_3");

	private static final int REASONS = 3;

	private final CSVPrinter csv;

	CandidateCsv(OutputStream out) throws IOException {
		this.csv = new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
				CSVFormat.RFC4180);
		this.csv.printRecord(COLUMNS);
	}

	void write(Candidate candidate) throws IOException {
		this.csv.print(candidate.rank());
		this.csv.print(candidate.row());
		this.csv.print(CsvCell.safe(candidate.object()));
		this.csv.print(CsvCell.safe(candidate.star()));
		this.csv.print(CsvCell.safe(candidate.className()));
		this.csv.print(candidate.probability());
		this.csv.print(candidate.correctedProbability());
		this.csv.print(candidate.lower());
		this.csv.print(candidate.upper());
		List<Reason> reasons = candidate.reasons();
		for (int i = 0; i < REASONS; i++) {
			this.csv.print((i < reasons.size()) ? CsvCell.safe(text(reasons.get(i))) : "");
		}
		this.csv.println();
	}

	/** Ends the table. Not called after a failure: what was cut short must show it. */
	void finish() throws IOException {
		this.csv.close(true);
	}

	/** For example {@code koi_depth=153 (+0.8)}. */
	private static String text(Reason reason) {
		return String.format(Locale.ROOT, "%s=%s (%+.3f)", reason.feature(), value(reason.value()),
				reason.contribution());
	}

	private static String value(@Nullable Float value) {
		return (value != null) ? new BigDecimal(value.toString()).stripTrailingZeros().toPlainString() : "missing";
	}

}
