package io.exoscout.dataset;

import java.util.ArrayList;
import java.util.List;

import io.exoscout.archive.Designation;
import io.exoscout.archive.Mission;
import io.exoscout.archive.StarSource;
import io.exoscout.body.TableLimits;
import io.exoscout.csv.CsvRow;
import io.exoscout.csv.CsvTable;
import io.exoscout.objects.NameSet;
import io.exoscout.objects.ObjectRow;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * Names that are missing, repeated or were rounded by a spreadsheet, counted on the way,
 * and how stars are told.
 */
final class IdentityTally {

	private final Mission mission;

	private final List<String> columns;

	private final int star;

	private final int object;

	private long stars;

	private @Nullable String firstStar;

	private long objects;

	private @Nullable String firstObject;

	private long shortened;

	private @Nullable String firstShortened;

	private long guessed;

	private long nameless;

	private final NameSet names = new NameSet();

	private final int mostNames;

	private long repeated;

	private @Nullable String firstRepeated;

	IdentityTally(Mission mission, CsvTable table, TableLimits limits) {
		this.mostNames = limits.maxObjects();
		this.mission = mission;
		this.columns = table.columns();
		this.star = table.column(mission.starColumn());
		this.object = table.column(mission.objectColumn());
	}

	void add(CsvRow row, ObjectRow object) {
		String star = (this.star < 0) ? "" : row.cells().get(this.star);
		String name = (this.object < 0) ? "" : row.cells().get(this.object);
		if (Designation.isRoundedStar(this.mission, star)) {
			this.firstStar = (this.stars++ == 0) ? at(row, star) : this.firstStar;
		}
		if (Designation.isRounded(name)) {
			this.firstObject = (this.objects++ == 0) ? at(row, name) : this.firstObject;
		}
		else if (Designation.isShortened(this.mission, name)) {
			this.firstShortened = (this.shortened++ == 0) ? at(row, name) : this.firstShortened;
		}
		this.nameless += object.object().isEmpty() ? 1 : 0;
		this.guessed += StarSource.isNameless(object.star()) ? 1 : 0;
	}

	/** Hears of an object of its own. */
	void noticeRepetition(String name, long line) {
		if (name.isEmpty() || this.names.size() >= this.mostNames) {
			return;
		}
		if (!this.names.add(name) && this.repeated++ == 0) {
			this.firstRepeated = Quoted.of(name) + " on line " + line;
		}
	}

	List<String> notes() {
		List<String> notes = new ArrayList<>();
		if (this.nameless > 0) {
			notes.add(this.nameless + " row(s) have no " + this.mission.objectColumn() + ".");
		}
		if (this.star < 0) {
			notes.add("There is no column " + this.mission.starColumn() + ": stars are told "
					+ StarSource.words(this.mission, this.columns)
					+ ". Objects of one star have to stay together in the evaluation; where they do not, its figures "
					+ "are too good.");
		}
		else if (this.guessed > 0) {
			notes.add(this.guessed + " row(s) have no star in " + this.mission.starColumn()
					+ " that could be told otherwise; those of equal stellar values count as one star.");
		}
		if (this.firstStar != null) {
			notes.add(this.stars + " number(s) in " + this.mission.starColumn() + " were rounded, as by a spreadsheet, "
					+ "and name no star, the first on " + this.firstStar
					+ ". Stars are told otherwise there; save the column as text to keep them.");
		}
		if (this.firstObject != null) {
			notes.add(this.objects + " name(s) in " + this.mission.objectColumn()
					+ " were rounded, as by a spreadsheet, and name no object, the first on " + this.firstObject + ".");
		}
		if (this.firstShortened != null) {
			notes.add(this.shortened + " name(s) in " + this.mission.objectColumn()
					+ " lack digits after the point, as if read as numbers (1000.1 may be 1000.10 or 1000.01), the first on "
					+ this.firstShortened + ".");
		}
		if (this.firstRepeated != null) {
			notes.add(this.repeated + " row(s) repeat the name of an earlier one and count as objects of their own, "
					+ "the first " + this.firstRepeated + ".");
		}
		return notes;
	}

	private static String at(CsvRow row, String cell) {
		return "line " + row.line() + ": " + Quoted.of(cell);
	}

}
