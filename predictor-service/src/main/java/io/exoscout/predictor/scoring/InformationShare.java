package io.exoscout.predictor.scoring;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.fitting.Skill;
import io.exoscout.prediction.AbsentColumn;
import io.exoscout.predictor.rows.ModelInputs;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says of how much of a model's information is there, and the refusal
 * where it is next to nothing.
 *
 * @param share from 0 to 1, the mean over all rows
 * @param expectedAccuracy with the columns at hand; {@code null} where nobody can tell
 * @param absent columns that no row has, the most important ones, first the one that
 * matters most
 * @param blank the names of all of them
 * @param notes what to know besides
 */
record InformationShare(double share, @Nullable Double expectedAccuracy, List<AbsentColumn> absent, List<String> blank,
		List<String> notes) {

	/** So many absent columns are named. */
	private static final int NAMED = 10;

	private static final double DIGITS = 1e4;

	/**
	 * Finds out.
	 * @throws ProblemException {@code UNUSABLE} (code {@code missing_columns}) if answers
	 * would be no better than the base rates of the classes
	 */
	static InformationShare of(ModelInputs inputs, RowSituation situation) {
		List<AbsentColumn> absent = absent(inputs, situation.absent());
		Skill skill = (situation.table() instanceof FittedRowModel fitted) ? fitted.fitted().skill() : null;
		double share = situation.table().information();
		if (situation.table() instanceof ExpectedRowModel) {
			requireCore(inputs, absent);
		}
		if (situation.table().tellsNothing()) {
			throw tooLittle(inputs, absent, share, skill);
		}
		List<AbsentColumn> named = absent.subList(0, Math.min(NAMED, absent.size()));
		return new InformationShare(situation.information(), shown(situation.accuracy()), named,
				absent.stream().map(AbsentColumn::column).toList(), notes(inputs, situation, share, named));
	}

	/** All that is missing: columns that are not there, and those that no row has. */
	List<String> missing(List<String> columns) {
		return Stream.concat(columns.stream(), this.blank.stream()).distinct().toList();
	}

	private static List<AbsentColumn> absent(ModelInputs inputs, BitSet blank) {
		return blank.stream()
			.filter((column) -> column < inputs.columns().size())
			.mapToObj((column) -> new AbsentColumn(inputs.columns().get(column), digits(inputs.importance(column))))
			.sorted(Comparator.comparingDouble(AbsentColumn::importance).reversed())
			.toList();
	}

	private static List<String> notes(ModelInputs inputs, RowSituation situation, double share,
			List<AbsentColumn> absent) {
		List<String> notes = new ArrayList<>();
		if (!inputs.followUp().isEmpty()) {
			notes.add("This model looks at what may show who was followed up rather than what is a planet: "
					+ String.join(", ", inputs.followUp()) + ". Trained anew it leaves that out.");
		}
		if (situation.table() instanceof ExpectedRowModel) {
			notes.add("Columns are absent, and this model was trained before rows were kept to make up for that: the "
					+ "probabilities are averages over what is not known and not calibrated. Train it again for better "
					+ "ones.");
		}
		else if (situation.table() instanceof FittedRowModel) {
			notes.add(String.format(Locale.ROOT,
					"Absent columns: a model without them, fitted to the same training rows, gave these probabilities; it "
							+ "has %.0f %% of the whole model's information. What is absent most: %s.",
					100 * share, names(absent.subList(0, Math.min(3, absent.size())))));
		}
		situation.note().ifPresent(notes::add);
		return List.copyOf(notes);
	}

	/** The refusal of rows that hold next to nothing each, whatever they do together. */
	static ProblemException inNoRow(ModelInputs inputs) {
		BitSet all = new BitSet();
		all.set(0, inputs.columns().size());
		List<AbsentColumn> columns = absent(inputs, all).stream().limit(NAMED).toList();
		return missing(String.format(Locale.ROOT,
				"No row holds as much as %.0f %% of this %s model's information, so predictions would be no better than "
						+ "the base rate. Add the columns that matter most: %s",
				100 * RowModel.LEAST, inputs.mission().id(), names(columns)), columns);
	}

	private static ProblemException tooLittle(ModelInputs inputs, List<AbsentColumn> absent, double share,
			@Nullable Skill skill) {
		String worth = (skill == null) ? "" : String.format(Locale.ROOT, " (expected accuracy %.3f, base rate %.3f)",
				skill.accuracy(), skill.baseAccuracy());
		return missing(String.format(Locale.ROOT,
				"What is there holds %.0f %% of this %s model's information, so predictions would be no better than the "
						+ "base rate%s. Add the columns that matter most: %s",
				100 * share, inputs.mission().id(), worth, names(absent)), absent);
	}

	/** What can not be measured is judged by the columns that matter most. */
	private static void requireCore(ModelInputs inputs, List<AbsentColumn> absent) {
		List<AbsentColumn> core = absent.stream()
			.filter((column) -> ArchiveColumns.core(inputs.mission()).contains(column.column()))
			.toList();
		if (!core.isEmpty()) {
			throw missing("A prediction by this %s model makes no sense without the columns that matter most: %s"
				.formatted(inputs.mission().id(), names(core)), core);
		}
	}

	private static ProblemException missing(String detail, List<AbsentColumn> columns) {
		return new ProblemException(ErrorCode.MISSING_COLUMNS, detail, columns.stream()
			.limit(NAMED)
			.map((column) -> InputError.column(column.column(), "column '%s' is missing".formatted(column.column())))
			.toList());
	}

	private static String names(List<AbsentColumn> columns) {
		return columns.stream().limit(NAMED).map(AbsentColumn::column).collect(Collectors.joining(", "));
	}

	/** An accuracy in four digits; {@code null} where nobody can tell. */
	static @Nullable Double shown(double accuracy) {
		return Double.isNaN(accuracy) ? null : digits(accuracy);
	}

	private static double digits(double value) {
		return Math.rint(value * DIGITS) / DIGITS;
	}

}
