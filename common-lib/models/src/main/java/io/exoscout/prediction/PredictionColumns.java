package io.exoscout.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.exoscout.prediction.Prediction.Contribution;
import io.exoscout.web.CsvColumn;

/** The columns of predictions as CSV: all that they are as JSON. */
final class PredictionColumns {

	/** What each reason is told by. */
	private static final List<CsvColumn<Contribution>> REASON = List.of(new CsvColumn<>("", Contribution::feature),
			new CsvColumn<>("_value", Contribution::value),
			new CsvColumn<>("_contribution", Contribution::contribution), CsvColumn.words("_tags", Contribution::tags));

	/** The same in words. */
	private static final List<CsvColumn<Contribution>> SENTENCE = List
		.of(new CsvColumn<>("_sentence", Contribution::sentence));

	/** What reasons add up to. */
	private static final List<CsvColumn<Prediction>> SUM = List.of(
			new CsvColumn<>("explained_class", (prediction) -> prediction.explained().explainedClass()),
			new CsvColumn<>("unit", (prediction) -> prediction.explained().unit()),
			new CsvColumn<>("calibrated", (prediction) -> prediction.explained().calibrated()),
			new CsvColumn<>("base_value", (prediction) -> prediction.explained().baseValue()),
			new CsvColumn<>("rest", (prediction) -> prediction.explained().rest()));

	private PredictionColumns() {
	}

	/** The columns of an answer, with as many reasons as were asked for. */
	static List<CsvColumn<Prediction>> of(PredictionHeader header, int reasons) {
		List<CsvColumn<Prediction>> columns = new ArrayList<>();
		columns.add(new CsvColumn<>("row", Prediction::row));
		columns.add(new CsvColumn<>("object", Prediction::object));
		columns.add(new CsvColumn<>("class", Prediction::className));
		columns.add(new CsvColumn<>("probability", Prediction::probability));
		header.classNames()
			.forEach((name) -> columns.add(new CsvColumn<>("probability_" + inLowerCase(name),
					(prediction) -> prediction.probabilities().get(name))));
		columns.add(new CsvColumn<>("information", Prediction::information));
		columns.add(new CsvColumn<>("expected_accuracy", Prediction::expectedAccuracy));
		if (header.selection() != null) {
			columns.add(new CsvColumn<>("selected", Prediction::selected));
		}
		columns.addAll(FactCells.of(Prediction::facts));
		columns.addAll(CsvColumn.numbered(reasons, "reason_", Prediction::explanation, REASON));
		columns.addAll((reasons > 0) ? SUM : List.of());
		// last, since only sentences may have commas
		columns.addAll(CsvColumn.numbered(reasons, "reason_", Prediction::explanation, SENTENCE));
		return columns;
	}

	private static String inLowerCase(String className) {
		return className.toLowerCase(Locale.ROOT).replace(' ', '_');
	}

}
