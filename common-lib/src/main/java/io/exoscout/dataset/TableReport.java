package io.exoscout.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

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
 */
public record TableReport(Mission mission, String explanation, long rows, long objects, int columns, List<String> used,
		List<IgnoredColumn> ignored, Map<String, Long> labels, List<String> notes) {

	/** Counts the objects without a label. */
	public static final String BLANK = "(blank)";

	/** Counts the objects whose label the archive does not use. */
	public static final String OTHER = "(other)";

	/** Why a column that holds text is not used. */
	public static final String NOT_NUMERIC = "not numeric";

	/**
	 * The same report without columns that are to be left out.
	 * @param excluded their names; others than used ones are fine
	 * @return a copy that names them among the ignored
	 */
	public TableReport without(Collection<String> excluded) {
		List<IgnoredColumn> ignored = new ArrayList<>(this.ignored);
		this.used.stream()
			.filter(excluded::contains)
			.forEach((column) -> ignored.add(new IgnoredColumn(column, "excluded", "left out on request")));
		return new TableReport(this.mission, this.explanation, this.rows, this.objects, this.columns,
				this.used.stream().filter((column) -> !excluded.contains(column)).toList(), ignored, this.labels,
				this.notes);
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
	}

}
