package io.exoscout.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Objects;
import java.util.stream.Stream;

import io.exoscout.archive.ArchiveColumn;
import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.ColumnRole;
import io.exoscout.archive.Mission;
import io.exoscout.archive.Schema;
import io.exoscout.body.TableLimits;
import io.exoscout.csv.CsvRow;
import io.exoscout.csv.CsvTable;
import io.exoscout.dataset.TableReport.IgnoredColumn;
import io.exoscout.form.RowAside;
import io.exoscout.header.NearNames;
import io.exoscout.header.SchemaDetector;
import io.exoscout.leak.AuditSample;
import io.exoscout.objects.IdentityColumns;
import io.exoscout.objects.MergedObjects;
import io.exoscout.objects.ObjectReader;
import io.exoscout.objects.ObjectRow;
import io.exoscout.objects.RowStore;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** One pass over a table that finds out all there is to report of it. */
final class TableSurvey {

	/** So many rows are looked at in one go. */
	private static final int TOGETHER = 256;

	private final CsvTable table;

	private final Schema schema;

	private final ObjectReader reader;

	private final TableLimits limits;

	private final LabelTally labels;

	private final IdentityTally identity;

	private final CopiedRows copies;

	private final @Nullable PublishedPlanets published;

	private final @Nullable AuditSample sample;

	private final MeasurementCheck measurements;

	private final MergedObjects merged;

	/** Takes the rows for whoever wants them again. */
	private final @Nullable RowStore kept;

	private final @Nullable ObjectReader keeping;

	private boolean asides;

	private long objects;

	private long characters;

	private TableSurvey(CsvTable table, TableLimits limits, Optional<Mission> told, boolean audited,
			@Nullable RowStore rows) {
		this.table = table;
		this.limits = limits;
		this.schema = SchemaDetector.detect(table.columns(), told);
		this.reader = ObjectReader.of(table, this.schema.mission(), IdentityColumns.of(this.schema.mission()), limits);
		this.copies = new CopiedRows(this.schema.mission(), limits);
		this.labels = new LabelTally(this.schema.mission());
		this.identity = new IdentityTally(this.schema.mission(), table, limits);
		this.published = SchemaDetector.mayBePublishedPlanets(this.schema, table.columns())
				? new PublishedPlanets(table) : null;
		this.sample = audited ? new AuditSample(this.schema, table.columns()) : null;
		boolean keeping = rows != null && rows.mission() == this.schema.mission() && !rows.mission().mergesRows();
		this.kept = keeping ? rows : null;
		this.keeping = (this.kept != null) ? ObjectReader.of(table, this.schema.mission(), this.kept.columns(), limits)
				: null;
		this.merged = new MergedObjects(limits, 0);
		this.measurements = new MeasurementCheck(this.schema.mission(), table.columns(), "line");
	}

	/**
	 * Reads a table to its end.
	 * @param table the table, standing before its first row
	 * @param limits what may be held in memory
	 * @param told the mission that its header told by itself
	 * @param audited whether to measure what columns give away
	 * @param rows takes the rows, if they are wanted again; left empty where it is for
	 * another mission's, or where they have to be merged
	 * @return what was found
	 * @throws ProblemException when the table is malformed, of no known mission, or has
	 * no rows
	 */
	static TableSurvey of(CsvTable table, TableLimits limits, Optional<Mission> told, boolean audited,
			@Nullable RowStore rows) {
		TableSurvey survey = new TableSurvey(table, limits, told, audited, rows);
		survey.readAll();
		if (table.rows() == 0) {
			throw new ProblemException(ErrorCode.NO_ROWS,
					"The table has a header of " + table.columns().size() + " columns, but no rows.",
					InputError.field("file", "no rows"));
		}
		return survey;
	}

	Schema schema() {
		return this.schema;
	}

	TableLimits limits() {
		return this.limits;
	}

	List<String> columns() {
		return this.table.columns();
	}

	/** How many characters the names of all objects have. */
	long characters() {
		return this.characters;
	}

	LabelTally labels() {
		return this.labels;
	}

	/** What stands against any use of the table. */
	List<ProblemException> problems() {
		return problems(List.of());
	}

	/**
	 * What stands against learning from the table.
	 * @param leaks columns that give the verdict away: they are not learnt from, whatever
	 * they hold under a measurement's name
	 */
	List<ProblemException> problems(Collection<String> leaks) {
		Map<String, ColumnTally> core = new LinkedHashMap<>();
		for (String name : ArchiveColumns.core(this.schema.mission())) {
			ColumnTally tally = this.measurements.tally(this.table.column(name));
			if (tally != null) {
				core.put(name, tally);
			}
		}
		List<ProblemException> problems = new ArrayList<>();
		Stream.of(TableProblems.empty(core), this.measurements.problem(leaks))
			.filter(Objects::nonNull)
			.forEach(problems::add);
		if (this.published != null) {
			this.published.problem().ifPresent(problems::add);
		}
		return problems;
	}

	/**
	 * Whether it has to be written anew: some of its rows are none, or some of its
	 * numbers can only be read with all cells of the table in view.
	 */
	boolean odd() {
		return this.asides || this.measurements.marked();
	}

	/** Refuses numbers that no answer should be given to. */
	void requireScorable() {
		problems().stream().findFirst().ifPresent((problem) -> {
			throw problem;
		});
	}

	/** What the reader should know of cells taken as missing. */
	List<String> cellNotes() {
		return this.measurements.notes();
	}

	TableReport report() {
		TableReport declared = declared();
		return (this.sample != null) ? declared.audited(this.sample.audit(declared.used())) : declared;
	}

	/** The report by what is declared of each column. */
	private TableReport declared() {
		List<String> used = new ArrayList<>();
		List<IgnoredColumn> ignored = new ArrayList<>();
		for (String name : this.table.columns()) {
			ColumnTally tally = this.measurements.tally(this.table.column(name));
			IgnoredColumn reason = (tally != null) ? tally.ignored() : null;
			if (reason == null && ArchiveColumns.role(this.schema.mission(), name) != ColumnRole.FEATURE) {
				reason = byRole(name);
			}
			if (reason == null) {
				used.add(name);
			}
			else {
				ignored.add(reason);
			}
		}
		return new TableReport(this.schema.mission(), this.schema.explanation(), this.table.rows(), this.objects,
				this.table.columns().size(), List.copyOf(used), List.copyOf(ignored),
				Collections.unmodifiableMap(this.labels.objects()), notes(), null);
	}

	/**
	 * Reads on while what was read is looked at, which takes longer: cells and objects
	 * beside each other, each in the order of the rows.
	 */
	private void readAll() {
		OrderedWork cells = new OrderedWork();
		OrderedWork objects = new OrderedWork();
		try {
			while (!objects.failed() && readSome(cells, objects)) {
				continue; // until there are no more
			}
		}
		catch (RuntimeException ex) {
			cells.end();
			// what is wrong with an earlier row comes first
			objects.end();
			throw ex;
		}
		cells.end();
		objects.end();
		this.merged.objects().forEach(this::count);
		if (this.kept != null) {
			this.kept.end();
		}
	}

	private boolean readSome(OrderedWork cells, OrderedWork objects) {
		List<CsvRow> some = new ArrayList<>(TOGETHER);
		try {
			for (CsvRow row = this.table.next(); row != null; row = this.table.next()) {
				some.add(row);
				if (some.size() == TOGETHER) {
					return true;
				}
			}
			return false;
		}
		finally {
			cells.add(() -> some.forEach(this::addCells));
			objects.add(() -> some.forEach(this::addObject));
		}
	}

	private void addCells(CsvRow row) {
		this.asides |= RowAside.of(this.table.columns(), row.cells()) != null;
		this.measurements.add(row.line(), row.cells());
	}

	private void addObject(CsvRow row) {
		ObjectRow object = this.reader.object(row);
		this.identity.add(row, object);
		if (this.kept != null && this.keeping != null) {
			this.kept.add(object, this.keeping.values(row));
		}
		if (this.published != null) {
			this.published.add(row, object);
		}
		boolean merging = this.schema.mission().mergesRows();
		boolean isDefault = merging && this.reader.isDefault(row);
		if (this.sample != null) {
			this.sample.offer(object, row.cells(), isDefault);
		}
		if (merging) {
			this.merged.add(object, isDefault);
		}
		else {
			count(object);
			this.identity.noticeRepetition(object.object(), row.line());
		}
	}

	private void count(ObjectRow object) {
		this.objects++;
		this.characters += object.characters();
		this.labels.add(object);
		this.copies.add(object);
	}

	private IgnoredColumn byRole(String name) {
		ArchiveColumn column = ArchiveColumns.of(this.schema.mission(), name);
		return new IgnoredColumn(name, column.role().reason(), column.reason());
	}

	private List<String> notes() {
		List<String> notes = new ArrayList<>();
		if (!this.schema.labelled()) {
			notes.add("There is no label column " + this.schema.mission().labelColumn()
					+ ": the table can be predicted on, not trained on.");
		}
		if (this.objects < this.table.rows()) {
			notes.add(this.table.rows() + " rows were merged into " + this.objects
					+ " objects: the first filled value of each column, the default row first.");
		}
		notes.addAll(this.identity.notes());
		notes.addAll(this.copies.notes());
		if (!this.labels.unknown().isEmpty()) {
			notes.add(this.labels.objects().get(TableReport.OTHER) + " object(s) carry a label the archive does not "
					+ "use and are not trained on: " + String.join(", ", this.labels.unknown()) + ".");
		}
		notes.addAll(this.measurements.notes());
		notes.addAll(NearNames.notes(this.schema.mission(), this.table.columns()));
		return List.copyOf(notes);
	}

}
