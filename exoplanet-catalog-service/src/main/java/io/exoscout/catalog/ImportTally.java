package io.exoscout.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.exoscout.archive.Designation;
import io.exoscout.body.TableLimits;
import io.exoscout.catalog.confirmed.ConfirmedColumns;
import io.exoscout.catalog.confirmed.ConfirmedRow;
import io.exoscout.problem.InputError;

/**
 * Which rows of a table can be taken: those without a problem, each planet once. Its
 * memory grows with the names alone, which are bounded as those of any table.
 */
final class ImportTally {

	private final TableLimits limits;

	/** The line of each planet. */
	private final Map<String, Long> lines = new HashMap<>();

	private final List<InputError> refusals = new ArrayList<>();

	private long characters;

	private long refused;

	ImportTally(TableLimits limits) {
		this.limits = limits;
	}

	/** Whether this row counts. */
	boolean takes(ConfirmedRow row) {
		if (!row.problems().isEmpty()) {
			refuse(row.problems());
			return false;
		}
		String name = Designation.plain(row.name());
		Long before = this.lines.putIfAbsent(name, row.line());
		if (before != null) {
			refuse(List.of(new InputError(null, ConfirmedColumns.PLANET, row.line(),
					"Line %d: %s is on line %d already.".formatted(row.line(), row.name(), before))));
			return false;
		}
		this.characters += name.length();
		this.limits.requireRoom(this.lines.size(), 1, this.characters);
		return true;
	}

	private void refuse(List<InputError> problems) {
		this.refused++;
		problems.stream().limit(ImportReport.NAMED - this.refusals.size()).forEach(this.refusals::add);
	}

	/** Whether there is a planet of this name, however it is written. */
	boolean has(String name) {
		return this.lines.containsKey(Designation.plain(name));
	}

	/** The names of those that count, however they are written. */
	Set<String> names() {
		return Collections.unmodifiableSet(this.lines.keySet());
	}

	long taken() {
		return this.lines.size();
	}

	long refused() {
		return this.refused;
	}

	/** What is wrong with the first of the refused rows. */
	List<InputError> refusals() {
		return List.copyOf(this.refusals);
	}

}
