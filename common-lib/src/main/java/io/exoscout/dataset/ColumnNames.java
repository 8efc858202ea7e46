package io.exoscout.dataset;

import java.util.List;

/** The archive's names for the columns of a table. */
final class ColumnNames {

	private final List<String> names;

	private ColumnNames(List<String> names) {
		this.names = names;
	}

	static ColumnNames of(List<String> header) {
		return new ColumnNames(header.stream().map(String::strip).toList());
	}

	/** The archive's names in header order, unknown ones as they were. */
	List<String> names() {
		return this.names;
	}

	/** The cell in the archive's unit. */
	String cell(int column, String cell) {
		return cell;
	}

	/** Whether a name or a unit differs. */
	boolean changed() {
		return false;
	}

	List<String> notes() {
		return List.of();
	}

}
