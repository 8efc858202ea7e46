package io.exoscout.predictor.scoring;

import java.util.BitSet;
import java.util.Locale;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.fitting.Skill;
import io.exoscout.predictor.rows.ModelInputs;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what holds next to nothing of a model's information, and says which columns
 * would help.
 *
 * @param inputs what the model looks at
 */
record InformationCheck(ModelInputs inputs) {

	private static final String IS_MISSING = "column '%s' is missing";

	/**
	 * Looks at a table as a whole.
	 * @param table what scores rows that have all that the table has
	 * @param absent the columns that no row has
	 * @throws ProblemException {@code UNUSABLE} (code {@code missing_columns}) if answers
	 * would be no better than the base rates of the classes
	 */
	void requireOfTable(RowModel table, AbsentColumns absent) {
		if (table instanceof ExpectedRowModel) {
			requireCore(absent);
		}
		if (table.tellsNothing()) {
			Skill skill = (table instanceof FittedRowModel fitted) ? fitted.fitted().skill() : null;
			throw tooLittle(absent, table.information(), skill);
		}
	}

	/**
	 * The refusal of rows that hold next to nothing each, whatever they do together.
	 * @param blank the columns that most of them lack
	 */
	ProblemException inNoRow(BitSet blank) {
		AbsentColumns columns = AbsentColumns.of(this.inputs, blank);
		return missing("column '%s' is blank in most rows", String.format(Locale.ROOT,
				"No row holds as much as %.0f %% of this %s model's information, so predictions would be no better than "
						+ "the base rate. Fill the columns that matter most: %s",
				100 * RowModel.LEAST, mission(), columns.names()), columns);
	}

	private ProblemException tooLittle(AbsentColumns absent, double share, @Nullable Skill skill) {
		String worth = (skill == null) ? "" : String.format(Locale.ROOT, " (expected accuracy %.3f, base rate %.3f)",
				skill.accuracy(), skill.baseAccuracy());
		return missing(IS_MISSING, String.format(Locale.ROOT,
				"What is there holds %.0f %% of this %s model's information, so predictions would be no better than the "
						+ "base rate%s. Add the columns that matter most: %s",
				100 * share, mission(), worth, absent.names()), absent);
	}

	/** What can not be measured is judged by the columns that matter most. */
	private void requireCore(AbsentColumns absent) {
		AbsentColumns core = new AbsentColumns(absent.all()
			.stream()
			.filter((column) -> ArchiveColumns.core(this.inputs.mission()).contains(column.column()))
			.toList());
		if (!core.all().isEmpty()) {
			throw missing(IS_MISSING,
					"A prediction by this %s model makes no sense without the columns that matter most: %s"
						.formatted(mission(), core.names()),
					core);
		}
	}

	private String mission() {
		return this.inputs.mission().id();
	}

	private static ProblemException missing(String fault, String detail, AbsentColumns columns) {
		return new ProblemException(ErrorCode.MISSING_COLUMNS, detail,
				columns.named()
					.stream()
					.map((column) -> InputError.column(column.column(), fault.formatted(column.column())))
					.toList());
	}

}
