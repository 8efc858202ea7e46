package io.exoscout.form;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.exoscout.archive.LabelMap;
import io.exoscout.archive.Mission;
import io.exoscout.astronomy.AstronomyTable;
import io.exoscout.body.ArrivingBody;
import io.exoscout.body.Spool;
import io.exoscout.body.TableLimits;
import io.exoscout.header.ColumnNames;
import io.exoscout.json.JsonTable;
import io.exoscout.json.JsonText;
import io.exoscout.json.SentRow;
import io.exoscout.json.SentRows;

/**
 * Makes of a table in another form the one the archive would have written, so that all
 * that follows need not know of forms, and the same content is the same dataset. Reads
 * the spooled body twice, row by row: what holds for a column is decided over all of its
 * cells, then the rows are written.
 */
public final class TableTranslation {

	private ArrivingBody.Whole sent;

	private final Spool spool;

	private final TableLimits limits;

	private final SentRows.Source source;

	private final char separator;

	private final boolean plain;

	private final LabelMap labels;

	private Map<String, String> sentAs = Map.of();

	private Optional<Mission> told = Optional.empty();

	private final List<String> notes = new ArrayList<>();

	private TableTranslation(ArrivingBody.Whole sent, Spool spool, TableLimits limits, SentRows.Source source,
			char separator, boolean plain, LabelMap labels) {
		this.labels = labels;
		this.sent = sent;
		this.spool = spool;
		this.limits = limits;
		this.source = source;
		this.separator = separator;
		this.plain = plain;
	}

	/**
	 * Looks at the beginning of a table.
	 * @param sent its spooled body, at least the beginning of it
	 * @param spool where it may be written anew
	 * @param limits how large it may be
	 * @param labels what the values of its label column stand for
	 * @return how to go on with it
	 * @throws io.exoscout.problem.ProblemException when it is something else than a
	 * table, named for what it is
	 */
	public static TableTranslation of(ArrivingBody.Whole sent, Spool spool, TableLimits limits, LabelMap labels)
			throws IOException {
		TableHead head = TableHead.of(sent.file(), limits);
		ForeignText.refuse(head.text());
		Optional<SentRows.Source> astronomy = AstronomyTable.of(sent.file(), head.text(), sent.firstLine(), limits);
		if (astronomy.isPresent()) {
			return new TableTranslation(sent, spool, limits, astronomy.get(), ',', false, labels);
		}
		if (JsonText.begins(head.text())) {
			return new TableTranslation(sent, spool, limits, JsonTable.of(sent.file(), sent.firstLine(), limits), ',',
					false, labels);
		}
		Dialect dialect = Dialect.of(head);
		NumberedColumns.refuse(dialect.header(), head);
		limits.requireColumns(dialect.header().size());
		ColumnNames names = ColumnNames.of(dialect.header(), labels);
		boolean plain = dialect.plain() && !names.changed();
		TableTranslation translation = new TableTranslation(sent, spool, limits,
				() -> DelimitedRows.open(sent.file(), sent.firstLine(), dialect, limits), dialect.separator(), plain,
				labels);
		translation.told = names.told();
		if (plain) {
			translation.notes.addAll(names.notes());
		}
		return translation;
	}

	/**
	 * Takes the whole body where only its beginning was known.
	 * @param sent the body, in the same file
	 */
	public void whole(ArrivingBody.Whole sent) {
		this.sent = sent;
	}

	/** Whether the table has the archive's form already, as far as was looked. */
	public boolean plain() {
		return this.plain;
	}

	/**
	 * What columns were called, of those that are called otherwise once it is written.
	 */
	public Map<String, String> sentAs() {
		return this.sentAs;
	}

	/** The mission that a name of the header tells by itself, as it was sent. */
	public Optional<Mission> told() {
		return this.told;
	}

	/** What the reader should know of the form. */
	public List<String> notes() {
		return Stream.concat(this.sent.notes().stream(), this.notes.stream()).toList();
	}

	/**
	 * Writes the table anew.
	 * @return where it lies; the caller deletes it
	 * @throws io.exoscout.problem.ProblemException when rows or columns do not fit
	 */
	public ArrivingBody.Whole write() throws IOException {
		Path file = this.spool.upload();
		try {
			return write(file);
		}
		catch (IOException | RuntimeException | Error ex) {
			this.spool.delete(file);
			throw ex;
		}
	}

	private ArrivingBody.Whole write(Path file) throws IOException {
		TableForm form;
		try (SentRows rows = this.source.open()) {
			this.limits.requireColumns(rows.header().size());
			form = TableForm.of(rows, this.separator, this.sent.cut());
		}
		ColumnNames names = ColumnNames.of(form.header(), this.labels);
		this.sentAs = names.sentAs();
		this.told = names.told();
		try (SentRows rows = this.source.open();
				PlainWriter writer = new PlainWriter(file, rows.headerLine(), this.limits)) {
			writer.header(rows.headerLine(), names.columns());
			for (SentRow row = rows.next(); row != null; row = rows.next()) {
				List<String> cells = form.cells(row);
				if (cells != null) {
					writer.row(row.line(), inUnits(names, cells));
				}
			}
			writer.close();
			return this.sent.written(file, writer.sha256(), writer.bytes(), rows.headerLine(),
					notes(rows, form, names));
		}
	}

	private static List<String> inUnits(ColumnNames names, List<String> cells) {
		return names.changed() ? names.row(cells) : cells;
	}

	private List<String> notes(SentRows rows, TableForm form, ColumnNames names) {
		List<String> notes = new ArrayList<>(this.sent.notes());
		notes.addAll(rows.notes());
		notes.addAll(form.notes());
		notes.addAll(names.notes());
		return notes;
	}

}
