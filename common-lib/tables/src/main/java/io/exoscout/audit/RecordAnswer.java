package io.exoscout.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

import io.exoscout.web.AnswerFormat;
import io.exoscout.web.CsvAnswer;
import io.exoscout.web.CsvColumn;
import io.exoscout.web.NextPage;
import io.exoscout.web.Parameters;
import io.exoscout.web.WantedFormat;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;

/**
 * Records as an answer: a page of them, newest first, or, where it is no JSON, all.
 *
 * @param <R> the kind of records
 * @param filename what a browser is to call a file of them
 * @param columns of CSV
 * @param id what each is known by
 * @param json writes the others
 */
public record RecordAnswer<R>(String filename, List<CsvColumn<R>> columns, Function<R, String> id, JsonMapper json) {

	private static final int PAGE = 50;

	/** So many are in memory at once while all are written. */
	private static final int READ_TOGETHER = 1000;

	/**
	 * Finds records.
	 *
	 * @param <R> the kind of records
	 */
	@FunctionalInterface
	public interface Source<R> {

		/** Those behind one, or the newest ones where there is none. */
		List<R> find(@Nullable R after, int limit);

	}

	/**
	 * Answers.
	 * @param wanted in which form
	 * @param limit how many at most; {@code null} if nothing was said
	 * @param source finds them
	 */
	public void write(WantedFormat wanted, @Nullable Integer limit, Source<R> source, HttpServletResponse response)
			throws IOException {
		boolean all = limit == null && wanted.format() != AnswerFormat.JSON;
		int size = all ? READ_TOGETHER : Parameters.limit((limit != null) ? limit : PAGE);
		// one more than asked for tells whether there is a next page
		List<R> found = source.find(null, size + 1);
		boolean more = found.size() > size;
		List<R> page = more ? found.subList(0, size) : found;
		if (more && !all) {
			response.setHeader(HttpHeaders.LINK, NextPage.link(this.id.apply(page.get(size - 1))));
		}
		wanted.announce(response, this.filename);
		Lines<R> lines = lines(wanted.format(), response.getOutputStream());
		lines.write(page);
		while (all && more) {
			page = source.find(page.get(page.size() - 1), size);
			more = page.size() == size;
			lines.write(page);
		}
		lines.finish();
	}

	/** Records in one of the formats. */
	private interface Lines<R> {

		void write(List<R> records) throws IOException;

		void finish() throws IOException;

	}

	private Lines<R> lines(AnswerFormat format, OutputStream out) throws IOException {
		if (format == AnswerFormat.CSV) {
			CsvAnswer<R> csv = new CsvAnswer<>(this.columns, out);
			return new Lines<>() {

				@Override
				public void write(List<R> records) throws IOException {
					for (R record : records) {
						csv.write(record);
					}
				}

				@Override
				public void finish() throws IOException {
					csv.finish();
				}

			};
		}
		return new Lines<>() {

			@Override
			public void write(List<R> records) throws IOException {
				if (format == AnswerFormat.JSON) {
					out.write(RecordAnswer.this.json.writeValueAsBytes(records));
					return;
				}
				for (R record : records) {
					out.write(RecordAnswer.this.json.writeValueAsBytes(record));
					out.write("\n".getBytes(StandardCharsets.US_ASCII));
				}
			}

			@Override
			public void finish() throws IOException {
				out.flush();
			}

		};
	}

}
