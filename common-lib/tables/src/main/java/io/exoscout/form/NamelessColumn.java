package io.exoscout.form;

import java.util.regex.Pattern;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.Quoted;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A column whose header cell says nothing: empty, or {@code Unnamed: 0}, which pandas
 * puts there. It may be an index or have no content; then it is left out.
 */
final class NamelessColumn {

	private static final Pattern UNNAMED = Pattern.compile("Unnamed: \\d+(\\.\\d+)?");

	private static final Pattern UNNAMED_INDEX = Pattern.compile("Unnamed: 0(\\.\\d+)?");

	/** An index counts rows; numbers of stars begin higher. */
	private static final long INDEX = 500_000;

	private final String name;

	private boolean integers = true;

	private long highest;

	private long rows;

	private long filled;

	private @Nullable String first;

	private long firstLine;

	NamelessColumn(String name) {
		this.name = name;
	}

	static boolean isOne(String name) {
		return name.isEmpty() || UNNAMED.matcher(name).matches();
	}

	void add(long line, String cell, boolean there) {
		this.rows += there ? 1 : 0;
		if (cell.isEmpty()) {
			return;
		}
		if (this.filled++ == 0) {
			this.first = cell;
			this.firstLine = line;
		}
		String whole = cell.endsWith(".0") ? cell.substring(0, cell.length() - 2) : cell;
		this.integers &= whole.length() <= 9 && whole.chars().allMatch((c) -> c >= '0' && c <= '9') && !whole.isEmpty();
		this.highest = this.integers ? Math.max(this.highest, Long.parseLong(whole)) : this.highest;
	}

	boolean empty() {
		return this.filled == 0;
	}

	/** Whether the column at a position only counts the rows. */
	boolean index(int position) {
		boolean placed = this.name.isEmpty() ? position == 0 : UNNAMED_INDEX.matcher(this.name).matches();
		return placed && this.filled == this.rows && this.filled > 0 && this.integers
				&& this.highest < Math.max(INDEX, 2 * this.rows);
	}

	/**
	 * Refuses to leave out what may matter.
	 * @param position 0-based position in the header
	 * @throws ProblemException {@code blank_column} when it has no name, but content that
	 * is no index
	 */
	void requireName(int position) {
		if (this.name.isEmpty() && this.first != null) {
			throw new ProblemException(ErrorCode.BLANK_COLUMN,
					"Column " + (position + 1) + " of the header has no name, but it holds " + Quoted.of(this.first)
							+ " on line " + this.firstLine + "; every column needs a name.",
					InputError.line(this.firstLine, "blank column name"));
		}
	}

}
