package io.exoscout.jobs.verdict;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.exoscout.web.AnswerFormat;
import io.exoscout.web.CsvAnswer;
import io.exoscout.web.CsvColumn;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What people made of objects on its way out, some lines at a time. */
sealed interface VerdictLines {

	/** Writes some. */
	void write(List<OwnVerdict> some) throws IOException;

	/** Ends the file. Not called after a failure: what was cut short must show it. */
	void finish() throws IOException;

	/** Begins a file of lines. */
	static VerdictLines of(AnswerFormat format, OutputStream out, JsonMapper json) throws IOException {
		return (format == AnswerFormat.CSV) ? new CsvLines(new CsvAnswer<>(CsvLines.COLUMNS, out))
				: new JsonLines(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), json);
	}

	/**
	 * A line for each, for a spreadsheet.
	 *
	 * @param csv where they go
	 */
	record CsvLines(CsvAnswer<OwnVerdict> csv) implements VerdictLines {

		private static final List<CsvColumn<OwnVerdict>> COLUMNS = List.of(
				new CsvColumn<>("mission", (own) -> own.mission().id()), new CsvColumn<>("object", OwnVerdict::object),
				new CsvColumn<>("verdict", CsvLines::word), CsvColumn.words("tags", OwnVerdict::tags),
				new CsvColumn<>("note", OwnVerdict::note),
				new CsvColumn<>("created_at", (own) -> own.createdAt().toString()),
				new CsvColumn<>("changed_at", (own) -> own.changedAt().toString()));

		@Override
		public void write(List<OwnVerdict> some) throws IOException {
			this.csv.write(this.csv.lines(some));
		}

		@Override
		public void finish() throws IOException {
			this.csv.finish();
		}

		private static @Nullable String word(OwnVerdict own) {
			Opinion verdict = own.verdict();
			return (verdict != null) ? verdict.id() : null;
		}

	}

	/**
	 * A JSON object on each line.
	 *
	 * @param lines where they go
	 * @param json how they are written
	 */
	record JsonLines(Writer lines, JsonMapper json) implements VerdictLines {

		@Override
		public void write(List<OwnVerdict> some) throws IOException {
			for (OwnVerdict own : some) {
				this.lines.append(this.json.writeValueAsString(own)).append('\n');
			}
		}

		@Override
		public void finish() throws IOException {
			this.lines.close();
		}

	}

}
