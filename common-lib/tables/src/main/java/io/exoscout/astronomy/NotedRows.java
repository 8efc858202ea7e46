package io.exoscout.astronomy;

import java.util.ArrayList;
import java.util.List;

import io.exoscout.body.TableLimits;
import io.exoscout.json.SentRow;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What the readers of all forms keep of the rows they gave: how many, and where a cell
 * held more than one value.
 */
final class NotedRows {

	private final String form;

	private final TableLimits limits;

	private long rows;

	private long nested;

	NotedRows(String form, TableLimits limits) {
		this.form = form;
		this.limits = limits;
	}

	/** How many rows there were so far. */
	long count() {
		return this.rows;
	}

	/**
	 * The next row.
	 * @param cells its cells; {@code null} where there is more than one value
	 */
	SentRow row(List<@Nullable String> cells) {
		this.rows++;
		long characters = 0;
		List<String> written = new ArrayList<>(cells.size());
		for (String cell : cells) {
			this.nested += (cell == null) ? 1 : 0;
			String text = (cell == null) ? "" : cell;
			characters += text.length();
			written.add(text);
		}
		if (characters > this.limits.maxRecordCharacters()) {
			throw new ProblemException(ErrorCode.ROW_TOO_LARGE, "Row " + this.rows + " has more than "
					+ this.limits.maxRecordCharacters() + " characters, the limit here.",
					InputError.line(this.rows + 1, "row too long"));
		}
		return new SentRow(this.rows + 1, written);
	}

	List<String> notes() {
		List<String> notes = new ArrayList<>();
		notes.add("The file is " + this.form + "; " + this.rows
				+ " row(s) were read. Lines count as in a CSV file: the first row stands on line 2.");
		if (this.nested > 0) {
			notes.add(this.nested + " cell(s) hold more than one value and count as blank.");
		}
		return notes;
	}

}
