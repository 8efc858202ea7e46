package io.exoscout.dataset;

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
