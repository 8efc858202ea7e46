package io.exoscout.dataset;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.ColumnRole;
import io.exoscout.archive.Mission;
import io.exoscout.leak.DecidedObjects;
import io.exoscout.leak.LeakAudit;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What was understood of a table: shown to the uploader, and the ground on which a table
 * is accepted for training or refused.
 *
 * @param mission the mission its columns belong to
 * @param explanation why it was taken for that mission, in a sentence
 * @param rows data rows
 * @param objects objects after merging the rows of one object (K2 has several)
 * @param columns columns of the header
 * @param used the columns a model is trained on, in header order
 * @param ignored every other column, with the reason
 * @param labels how many objects carry each label; blank ones count under {@link #BLANK},
 * values the archive does not use under {@link #OTHER} (never under a name somebody sent:
 * these are keys of stored documents)
 * @param notes what the reader should know besides, e.g. cells that are no finite numbers
 * @param leakAudit what the columns give away by themselves; {@code null} where that was
 * not measured, as in documents older than the audit
 * @param sentAs what columns were called in the file, of those that were called otherwise
 */
public record TableReport(Mission mission, String explanation, long rows, long objects, int columns, List<String> used,
		List<IgnoredColumn> ignored, Map<String, Long> labels, List<String> notes,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LeakAudit leakAudit,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable Map<String, String> sentAs) {

	/** Counts the objects without a label. */
	public static final String BLANK = "(blank)";

	/** Counts the objects whose label the archive does not use. */
	public static final String OTHER = "(other)";

	/** Why a column that holds text is not used. */
	public static final String NOT_NUMERIC = "not numeric";

	/** Roles that do not keep a column from being looked at, by features made of it. */
	private static final Set<ColumnRole> HARMLESS = EnumSet.of(ColumnRole.UNKNOWN, ColumnRole.UNCERTAINTY,
			ColumnRole.POSITION, ColumnRole.EPOCH);

	/** A report of a table whose columns are called what they were called in the file. */
	public TableReport(Mission mission, String explanation, long rows, long objects, int columns, List<String> used,
			List<IgnoredColumn> ignored, Map<String, Long> labels, List<String> notes, @Nullable LeakAudit leakAudit) {
		this(mission, explanation, rows, objects, columns, used, ignored, labels, notes, leakAudit, null);
	}

	/** Under which name an object of this label is counted. */
	public static String counted(Mission mission, String label) {
		if (label.isEmpty()) {
			return BLANK;
		}
		return mission.verdicts().containsKey(label) ? label : OTHER;
	}

	/**
	 * What keeps every model from scoring the table: columns of measurements that hold
	 * text. To leave them out silently would be to answer on less than was sent.
	 */
	public Optional<ProblemException> notNumeric() {
		List<InputError> text = this.ignored.stream()
			.filter((ignored) -> ignored.reason().equals(NOT_NUMERIC))
			.filter((ignored) -> ArchiveColumns.role(this.mission, ignored.column()).measured())
			.map((ignored) -> InputError.column(ignored.column(), ignored.column() + ": " + ignored.detail()))
			.toList();
		return text.isEmpty() ? Optional.empty()
				: Optional.of(new ProblemException(ErrorCode.NOT_NUMERIC,
						"Not a number: " + String.join("; ", text.stream().map(InputError::message).toList())
								+ ". Send numbers, or leave the columns out.",
						text));
	}

	/**
	 * The same report after an audit: flagged columns are ignored as leaks, and those
	 * ignored for another reason are shown with what was measured.
	 */
	TableReport audited(LeakAudit audit) {
		Map<String, String> findings = audit.findings();
		List<IgnoredColumn> ignored = new ArrayList<>();
		this.ignored.forEach((column) -> ignored.add(column.measured(findings.get(column.column()))));
		this.used.stream()
			.filter(findings::containsKey)
			.forEach((column) -> ignored
				.add(new IgnoredColumn(column, ColumnRole.LEAK.reason(), "measured: " + findings.get(column))));
		List<String> notes = new ArrayList<>(this.notes);
		if (audit.objects() > 0 && !audit.judged()) {
			notes.add("The columns were looked up, but not measured for leaks: that takes " + DecidedObjects.FEWEST
					+ " decided objects, at least " + DecidedObjects.FEWEST_OF_CLASS + " planets and as many others.");
		}
		return new TableReport(this.mission, this.explanation, this.rows, this.objects, this.columns,
				this.used.stream().filter((column) -> !findings.containsKey(column)).toList(), List.copyOf(ignored),
				this.labels, List.copyOf(notes), audit, this.sentAs);
	}

	/** The same report with what columns were called that the file called otherwise. */
	TableReport named(Map<String, String> sentAs) {
		return new TableReport(this.mission, this.explanation, this.rows, this.objects, this.columns, this.used,
				this.ignored, this.labels, this.notes, this.leakAudit, sentAs);
	}

	/** The same report with what was found out before the table was surveyed. */
	TableReport noted(List<String> first) {
		return withNotes(Stream.concat(first.stream(), this.notes.stream()).toList());
	}

	/** The same report with more to know. */
	public TableReport noting(List<String> more) {
		return withNotes(Stream.concat(this.notes.stream(), more.stream()).toList());
	}

	private TableReport withNotes(List<String> notes) {
		return new TableReport(this.mission, this.explanation, this.rows, this.objects, this.columns, this.used,
				this.ignored, this.labels, notes, this.leakAudit, this.sentAs);
	}

	/**
	 * The same report without columns that are to be left out.
	 * @param excluded why, by their names; others than used ones are fine
	 * @return a copy that names them among the ignored
	 */
	public TableReport without(Map<String, String> excluded) {
		List<IgnoredColumn> ignored = new ArrayList<>(this.ignored);
		this.used.stream()
			.filter(excluded::containsKey)
			.forEach((column) -> ignored.add(new IgnoredColumn(column, "excluded", excluded.getOrDefault(column, ""))));
		return new TableReport(this.mission, this.explanation, this.rows, this.objects, this.columns,
				this.used.stream().filter((column) -> !excluded.containsKey(column)).toList(), ignored, this.labels,
				this.notes, this.leakAudit, this.sentAs);
	}

	/**
	 * A column that is not used.
	 *
	 * @param column its name
	 * @param reason a short, stable phrase: {@code identifier}, {@code label leak},
	 * {@code empty}, {@code constant}, {@code not numeric} …
	 * @param detail the reason in full, or an empty string
	 */
	public record IgnoredColumn(String column, String reason, String detail) {

		/** What is set aside for its role alone is a leak once it measures as one. */
		private IgnoredColumn measured(@Nullable String finding) {
			if (finding == null) {
				return this;
			}
			boolean byRole = HARMLESS.stream().anyMatch((role) -> role.reason().equals(this.reason));
			String known = Stream.of(byRole ? this.reason : "", this.detail, "measured: " + finding)
				.filter((part) -> !part.isEmpty())
				.collect(Collectors.joining("; "));
			return new IgnoredColumn(this.column, byRole ? ColumnRole.LEAK.reason() : this.reason, known);
		}

	}

}
