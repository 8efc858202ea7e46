package io.exoscout.predictor.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.exoscout.feature.FeatureInput;
import io.exoscout.feature.FeatureTag;
import io.exoscout.prediction.PredictionHeader.AbsentColumn;
import io.exoscout.predictor.rows.ModelInputs;
import io.exoscout.result.Rounded;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says of how much of a model's information is there.
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

	/**
	 * Finds out.
	 * @throws io.exoscout.problem.ProblemException as {@link InformationCheck} says
	 */
	static InformationShare of(ModelInputs inputs, RowSituation situation) {
		AbsentColumns absent = AbsentColumns.of(inputs, situation.absent());
		new InformationCheck(inputs).requireOfTable(situation.table(), absent);
		return new InformationShare(situation.information(), shown(situation.accuracy()), absent.named(),
				absent.all().stream().map(AbsentColumn::column).toList(), notes(inputs, situation, absent));
	}

	/** All that is missing: columns that are not there, and those that no row has. */
	List<String> missing(List<String> columns) {
		return Stream.concat(columns.stream(), this.blank.stream()).distinct().toList();
	}

	private static List<String> notes(ModelInputs inputs, RowSituation situation, AbsentColumns absent) {
		List<String> notes = new ArrayList<>();
		List<String> followUp = inputs.features()
			.stream()
			.filter((feature) -> feature.tags().contains(FeatureTag.POSSIBLE_FOLLOW_UP))
			.map(FeatureInput::name)
			.toList();
		if (!followUp.isEmpty()) {
			notes.add("This model looks at what may show who was followed up rather than what is a planet: "
					+ String.join(", ", followUp) + ". Trained anew it leaves that out.");
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
					100 * situation.table().information(), absent.names(3)));
		}
		situation.note().ifPresent(notes::add);
		return List.copyOf(notes);
	}

	/** An accuracy in four digits; {@code null} where nobody can tell. */
	static @Nullable Double shown(double accuracy) {
		return Double.isNaN(accuracy) ? null : Rounded.fourDigits(accuracy);
	}

}
