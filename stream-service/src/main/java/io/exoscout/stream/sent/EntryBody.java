package io.exoscout.stream.sent;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipException;

import io.exoscout.body.TableLimits;
import io.exoscout.csv.CsvRow;
import io.exoscout.csv.CsvTable;
import io.exoscout.csv.RaggedRow;
import io.exoscout.gzip.GzipStream;
import io.exoscout.gzip.UnpackingBudget;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;

/** The body of a request as entries, in whichever of the accepted forms it comes. */
public final class EntryBody {

	/** Lines of JSON. */
	public static final String LINES = "application/x-ndjson";

	/** A table. */
	public static final String CSV = "text/csv";

	private static final DataSize LARGEST = DataSize.ofMegabytes(64);

	private static final TableLimits TABLE = new TableLimits(LARGEST, 2000, EventLines.LONGEST, EventLines.LONGEST,
			1_000_000, 100_000_000);

	private static final int BUFFER = 1 << 14;

	private final List<String> columns;

	private EntryBody(List<String> columns) {
		this.columns = columns;
	}

	/**
	 * Reads the body of a request.
	 * @param columns which cells of each entry are wanted
	 * @param entries receives the entries in their order
	 * @return which of the columns there were
	 * @throws ProblemException where the body as a whole can not be read
	 */
	public static Set<String> read(HttpServletRequest request, List<String> columns, Consumer<SentEntry> entries) {
		try (InputStream body = plain(request.getInputStream())) {
			return new EntryBody(columns).read(type(request), body, entries);
		}
		catch (EOFException | ZipException ex) {
			throw new ProblemException(ErrorCode.BROKEN_GZIP,
					"The body is packed with gzip, but can not be unpacked to its end; pack it and send it again.")
				.causedBy(ex);
		}
		catch (IOException | UncheckedIOException ex) {
			throw new ProblemException(ErrorCode.UPLOAD_INTERRUPTED, "The request ended before its body did.")
				.causedBy(ex);
		}
	}

	/**
	 * Reads a JSON array of objects.
	 * @return which of the columns there were
	 */
	public static Set<String> array(byte[] body, List<String> columns, Consumer<SentEntry> entries) {
		return new EntryBody(columns).array(new java.io.ByteArrayInputStream(body), entries);
	}

	private static String type(HttpServletRequest request) {
		String type = String.valueOf(request.getContentType());
		try {
			MediaType media = MediaType.parseMediaType(type);
			return (media.getType() + "/" + media.getSubtype()).toLowerCase(Locale.ROOT);
		}
		catch (InvalidMediaTypeException ex) {
			throw new ProblemException(ErrorCode.UNSUPPORTED_MEDIA_TYPE,
					"The %s '%s' is none; accepted are %s, %s and %s".formatted(HttpHeaders.CONTENT_TYPE,
							Quoted.shortened(type), LINES, MediaType.APPLICATION_JSON_VALUE, CSV))
				.causedBy(ex);
		}
	}

	/** That it is packed shows by itself, whatever the headers say. */
	private static InputStream plain(InputStream raw) throws IOException {
		BufferedInputStream body = new BufferedInputStream(raw, BUFFER);
		body.mark(2);
		boolean packed = body.read() == 0x1f && body.read() == 0x8b;
		body.reset();
		if (!packed) {
			return new Bounded(body);
		}
		UnpackingBudget budget = new UnpackingBudget();
		return new Bounded(budget.unpacked(new GzipStream(budget.sent(body), BUFFER)));
	}

	private Set<String> read(String type, InputStream body, Consumer<SentEntry> entries) throws IOException {
		return switch (type) {
			case LINES -> new EventLines(this.columns).read(body, entries);
			case CSV -> table(body, entries);
			default -> array(body, entries);
		};
	}

	private Set<String> array(InputStream body, Consumer<SentEntry> entries) {
		JsonCells json = new JsonCells(this.columns);
		try (JsonParser parser = json.parser(body)) {
			if (parser.nextToken() != JsonToken.START_ARRAY) {
				throw new ProblemException(ErrorCode.MALFORMED_JSON,
						"The body is no JSON array; send [{\"column\": value, …}, …], or lines of JSON as %s"
							.formatted(LINES));
			}
			for (long place = 1; parser.nextToken() != JsonToken.END_ARRAY; place++) {
				entries.accept(json.entry(parser, place));
			}
			if (parser.nextToken() != null) {
				throw new ProblemException(ErrorCode.MALFORMED_JSON, "Something follows the array of events.");
			}
			return json.met();
		}
		catch (JacksonIOException ex) {
			throw new UncheckedIOException(ex.getCause());
		}
		catch (JacksonException ex) {
			throw new ProblemException(ErrorCode.MALFORMED_JSON,
					"The array of events can not be read to its end: %s".formatted(JsonCells.fault(ex)))
				.causedBy(ex);
		}
	}

	private Set<String> table(InputStream body, Consumer<SentEntry> entries) throws IOException {
		try (CsvTable table = CsvTable.open(body, TABLE)) {
			int[] places = this.columns.stream().mapToInt(table::column).toArray();
			for (boolean more = true; more;) {
				try {
					CsvRow row = table.next();
					more = row != null;
					if (row != null) {
						entries.accept(new SentEntry(row.line(), cells(row, places), null));
					}
				}
				catch (RaggedRow ex) {
					long line = ex.errors()
						.stream()
						.map(InputError::line)
						.filter((at) -> at != null)
						.findFirst()
						.orElse(0L);
					entries.accept(SentEntry.refused(line, ex.detail()));
				}
			}
			Set<String> met = new HashSet<>(this.columns);
			met.retainAll(table.columns());
			return met;
		}
	}

	private static @Nullable String[] cells(CsvRow row, int[] places) {
		@Nullable String[] cells = new @Nullable String[places.length];
		for (int i = 0; i < places.length; i++) {
			String cell = (places[i] >= 0) ? row.cells().get(places[i]) : "";
			cells[i] = cell.isEmpty() ? null : cell;
		}
		return cells;
	}

	/** Bytes of which there may be so many. */
	private static final class Bounded extends FilterInputStream {

		private long left = LARGEST.toBytes();

		Bounded(InputStream in) {
			super(in);
		}

		@Override
		public int read() throws IOException {
			int next = super.read();
			count((next >= 0) ? 1 : 0);
			return next;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			int count = super.read(target, offset, length);
			count(count);
			return count;
		}

		@Override
		public boolean markSupported() {
			return false;
		}

		private void count(int bytes) {
			this.left -= Math.max(0, bytes);
			if (this.left < 0) {
				throw new ProblemException(ErrorCode.TABLE_TOO_LARGE,
						"The body has more than %,d bytes once unpacked; send the events in several requests."
							.formatted(LARGEST.toBytes()));
			}
		}

	}

}
