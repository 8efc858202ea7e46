package io.exoscout.forecast.collection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.exoscout.body.ArrivingBody;
import io.exoscout.body.Spool;
import io.exoscout.body.TableLimits;
import io.exoscout.csv.CsvRow;
import io.exoscout.csv.CsvTable;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.store.BlobProblems;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The way of a CSV table into a collection, one document a row. All of it is read and
 * checked before the first row is written. Rows are known by the digest of their file and
 * their number: a file sent again, because it broke off or was sent twice, adds only what
 * is missing.
 *
 * @param spool where tables lie while they are read
 * @param limits how large they may be
 * @param collections where they go
 */
public record RowUpload(Spool spool, TableLimits limits, SeriesCollections collections) {

	/** While so many are written, nobody else writes into an embedded database. */
	private static final int TOGETHER = 1000;

	/** So much of the digest tells files apart. */
	private static final int KNOWN_BY = 32;

	/**
	 * Takes a table.
	 * @param raw the bytes as they were sent, packed or not; not closed here
	 * @param name the collection
	 * @param time the column with the times
	 */
	public Added add(InputStream raw, String name, FieldPath time) {
		CollectionName.require(name);
		ArrivingBody.Whole sent = this.spool.write(raw, this.limits);
		try {
			long rows = each(sent, time, (row) -> {
			});
			if (rows == 0) {
				throw new ProblemException(ErrorCode.NO_ROWS, "The table has a header, but no rows.");
			}
			Batch batch = new Batch(name, sent.sha256().substring(0, KNOWN_BY));
			this.collections.requireRoom(name, rows, batch.id(0));
			this.collections.own(name);
			each(sent, time, batch::take);
			batch.finish();
			return new Added(name, rows, batch.added, rows - batch.added);
		}
		catch (IOException | UncheckedIOException ex) {
			throw BlobProblems.unavailable("The table can not be read for now", ex);
		}
		finally {
			this.spool.delete(sent.file());
		}
	}

	private long each(ArrivingBody.Whole sent, FieldPath time, Consumer<Document> sink) throws IOException {
		try (CsvTable table = CsvTable.open(Files.newInputStream(sent.file()), sent.firstLine(), this.limits)) {
			List<FieldPath> columns = table.columns().stream().map((column) -> FieldPath.of("file", column)).toList();
			int place = table.column(time.text());
			if (place < 0) {
				throw new ProblemException(ErrorCode.INVALID_INPUT,
						"The table has no column '%s' with the times; it has %s. Name it as timestamp_field.".formatted(
								Quoted.shortened(time.text()), Quoted.shortened(String.join(", ", table.columns()))),
						InputError.column(Quoted.shortened(time.text()), "missing"));
			}
			Boolean calendar = null;
			for (CsvRow row = table.next(); row != null; row = table.next()) {
				PointTime when = when(row, place, time, calendar);
				calendar = when.calendar();
				sink.accept(document(row, columns, place, when));
				if (table.rows() > this.collections.limits().rows()) {
					return table.rows();
				}
			}
			return table.rows();
		}
	}

	private static PointTime when(CsvRow row, int place, FieldPath time, @Nullable Boolean calendar) {
		PointTime when = PointTime.of(row.cells().get(place));
		if (when == null || (calendar != null && calendar != when.calendar())) {
			String detail = "Line %d has %s as %s; accepted are times such as 2022-03-20T11:00:00+01:00, 2022-03-20 11:00:00, 2022-03-20, 2022-03, or numbers, but not both kinds in one table."
				.formatted(row.line(), Quoted.of(row.cells().get(place)), Quoted.shortened(time.text()));
			throw new ProblemException(ErrorCode.INVALID_SERIES, detail, InputError.line(row.line(), detail));
		}
		return when;
	}

	private static Document document(CsvRow row, List<FieldPath> columns, int place, PointTime when) {
		Document document = new Document();
		for (int i = 0; i < columns.size(); i++) {
			Object value = (i == place) ? when.kept() : CellValue.kept(row.cells().get(i));
			if (value instanceof Double number && !Double.isFinite(number)) {
				String detail = "Line %d has %s as %s, which is no finite number.".formatted(row.line(),
						Quoted.of(row.cells().get(i)), Quoted.shortened(columns.get(i).text()));
				throw new ProblemException(ErrorCode.INVALID_SERIES, detail, InputError.line(row.line(), detail));
			}
			if (value != null) {
				put(document, columns.get(i), value);
			}
		}
		return document;
	}

	/** A dot in the name of a column makes documents within documents. */
	private static void put(Document document, FieldPath path, Object value) {
		Document inner = document;
		for (String name : path.names().subList(0, path.names().size() - 1)) {
			if (!(inner.computeIfAbsent(name, (missing) -> new Document()) instanceof Document next)) {
				throw twice(path);
			}
			inner = next;
		}
		if (inner.put(path.names().get(path.names().size() - 1), value) != null) {
			throw twice(path);
		}
	}

	private static ProblemException twice(FieldPath path) {
		String column = Quoted.shortened(path.text());
		return new ProblemException(ErrorCode.DUPLICATE_COLUMN,
				"Column '%s' has a dot in its name, and what stands before it is a column, too; rename one."
					.formatted(column),
				InputError.column(column, "twice"));
	}

	/** Rows on their way. */
	private final class Batch {

		private final String name;

		private final String file;

		private final List<Document> rows = new ArrayList<>(TOGETHER);

		private long taken;

		private long added;

		Batch(String name, String file) {
			this.name = name;
			this.file = file;
		}

		String id(long row) {
			return this.file + "-" + row;
		}

		void take(Document row) {
			Document known = new Document("_id", id(this.taken++));
			// a column of that name would be taken for the row's id
			row.remove("_id");
			known.putAll(row);
			this.rows.add(known);
			if (this.rows.size() == TOGETHER) {
				finish();
			}
		}

		void finish() {
			if (!this.rows.isEmpty()) {
				this.added += RowUpload.this.collections.add(this.name, this.rows);
				this.rows.clear();
			}
		}

	}

	/**
	 * What became of a table.
	 *
	 * @param collectionName where its rows are
	 * @param rows how many it has
	 * @param added how many of them are new
	 * @param known how many were there already, from the same file
	 */
	public record Added(String collectionName, long rows, long added, long known) {
	}

}
