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
import io.exoscout.csv.CsvTable;
import io.exoscout.dataset.TableReport.IgnoredColumn;
import io.exoscout.header.NearNames;
import io.exoscout.header.SchemaDetector;
import io.exoscout.objects.RowStore;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** What was found out about a table in one pass over its rows, and how it is reported. */
final class TableSurvey {

	private final CsvTable table;

	private final Schema schema;

	private final TableLimits limits;

	private final RowCount rows;

	private TableSurvey(CsvTable table, Schema schema, TableLimits limits, RowCount rows) {
		this.table = table;
		this.schema = schema;
		this.limits = limits;
		this.rows = rows;
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
		Schema schema = SchemaDetector.detect(table.columns(), told);
		RowCount counted = new RowCount(table, schema, limits, audited, rows);
		if (table.rows() == 0) {
			throw new ProblemException(ErrorCode.NO_ROWS,
					"The table has a header of " + table.columns().size() + " columns, but no rows.",
					InputError.field("file", "no rows"));
		}
		return new TableSurvey(table, schema, limits, counted);
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
		return this.rows.characters();
	}

	LabelTally labels() {
		return this.rows.labels;
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
			ColumnTally tally = this.rows.measurements.tally(this.table.column(name));
			if (tally != null) {
				core.put(name, tally);
			}
		}
		List<ProblemException> problems = new ArrayList<>();
		Stream.of(TableProblems.empty(core), this.rows.measurements.problem(leaks))
			.filter(Objects::nonNull)
			.forEach(problems::add);
		if (this.rows.published != null) {
			this.rows.published.problem().ifPresent(problems::add);
		}
		return problems;
	}

	/**
	 * Whether it has to be written anew: some of its rows are none, or some of its
	 * numbers can only be read with all cells of the table in view.
	 */
	boolean odd() {
		return this.rows.asides() || this.rows.measurements.marked();
	}

	/** Refuses numbers that no answer should be given to. */
	void requireScorable() {
		problems().stream().findFirst().ifPresent((problem) -> {
			throw problem;
		});
	}

	/** What the reader should know of cells taken as missing. */
	List<String> cellNotes() {
		return this.rows.measurements.notes();
	}

	TableReport report() {
		TableReport declared = declared();
		return (this.rows.sample != null) ? declared.audited(this.rows.sample.audit(declared.used())) : declared;
	}

	/** The report by what is declared of each column. */
	private TableReport declared() {
		List<String> used = new ArrayList<>();
		List<IgnoredColumn> ignored = new ArrayList<>();
		for (String name : this.table.columns()) {
			ColumnTally tally = this.rows.measurements.tally(this.table.column(name));
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
		return new TableReport(this.schema.mission(), this.schema.explanation(), this.table.rows(), this.rows.objects(),
				this.table.columns().size(), List.copyOf(used), List.copyOf(ignored),
				Collections.unmodifiableMap(this.rows.labels.objects()), notes(), null);
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
		if (this.rows.objects() < this.table.rows()) {
			notes.add(this.table.rows() + " rows were merged into " + this.rows.objects()
					+ " objects: the first filled value of each column, the default row first.");
		}
		notes.addAll(this.rows.identity.notes());
		notes.addAll(this.rows.copies.notes());
		if (!this.rows.labels.unknown().isEmpty()) {
			notes.add(
					this.rows.labels.objects().get(TableReport.OTHER) + " object(s) carry a label the archive does not "
							+ "use and are not trained on: " + String.join(", ", this.rows.labels.unknown()) + ".");
		}
		notes.addAll(this.rows.measurements.notes());
		notes.addAll(NearNames.notes(this.schema.mission(), this.table.columns()));
		return List.copyOf(notes);
	}

}
