package io.exoscout.prediction;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

import io.exoscout.explanation.ReasonLanguage;
import io.exoscout.explanation.ReasonSentences;
import io.exoscout.web.HeaderList;
import io.exoscout.web.WantedFormat;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import io.exoscout.prediction.PredictionHeader.AbsentColumn;

import org.springframework.http.HttpHeaders;

/**
 * How a caller wants predictions, and the way there.
 *
 * @param wanted the form they are to have
 * @param reasons how many features each explanation names, 0 for none
 * @param language in which reasons are told
 * @param response nothing is written to it before {@link #start}
 */
public record PredictionAnswer(WantedFormat wanted, int reasons, ReasonLanguage language,
		HttpServletResponse response) {

	/** Says in every format whether other objects of the table may be missing. */
	private static final String PARTIAL_TABLE = "X-Partial-Table";

	/** Says in every format how much of the model's information is there. */
	private static final String INFORMATION = "X-Information";

	private static final String EXPECTED_ACCURACY = "X-Expected-Accuracy";

	/** Names in every format the absent columns, first the one that matters most. */
	private static final String ABSENT_COLUMNS = "X-Absent-Columns";

	/** Says in every format how far the rows lie from the training rows. */
	private static final String DRIFT = "X-Drift";

	private static final String DRIFT_PSI = "X-Drift-Psi";

	private static final String OUTSIDE_RANGE = "X-Outside-Range";

	/** Names in every format the features that differ most from the training rows. */
	private static final String DRIFT_FEATURES = "X-Drift-Features";

	/** Says in every format from which probability on rows are selected. */
	private static final String THRESHOLD = "X-Threshold";

	private static final String EXPECTED_RECALL = "X-Expected-Recall";

	private static final String EXPECTED_PRECISION = "X-Expected-Precision";

	/** Says in every format which model answered, however it was named. */
	private static final String MODEL_ID = "X-Model-Id";

	/** The headers that answers of every format have, and what they say. */
	public static final List<Told> HEADERS = List.of(
			new Told(MODEL_ID, "The model that answered, however it was named"),
			new Told(PARTIAL_TABLE, "Whether other objects of the table may be missing, where that matters"),
			new Told(INFORMATION, "How much of the model's knowledge is left with these columns, 0 to 1"),
			new Told(EXPECTED_ACCURACY, "Share of the training rows that is told right with these columns, 0 to 1"),
			new Told(ABSENT_COLUMNS,
					"Columns that are absent, first the one that matters most, with \" | \" between them"),
			new Told(DRIFT, "How far the rows lie from the training rows: none, moderate, strong, few_rows or unknown"),
			new Told(DRIFT_PSI, "The population stability index behind that, of 200 rows and more"),
			new Told(OUTSIDE_RANGE, "Share of the values that lie outside the range of the training rows, 0 to 1"),
			new Told(DRIFT_FEATURES,
					"Features that differ most from the training rows, first the one that does most, with \" | \" between them"),
			new Told(THRESHOLD, "With precision or recall: from which probability on rows are selected"),
			new Told(EXPECTED_RECALL,
					"With precision or recall: the share of the class that is so selected, out of fold"),
			new Told(EXPECTED_PRECISION, "With recall: the share of those selected that are of the class, out of fold"),
			new Told(HeaderList.NOTES, "What to know besides, percent-encoded, with \" | \" between the sentences"));

	/**
	 * A header.
	 *
	 * @param header its name
	 * @param meaning what it says
	 */
	public record Told(String header, String meaning) {
	}

	/**
	 * Begins to answer; from here on nothing can be refused.
	 * @param header what is the same for all predictions
	 * @param json for the formats that are JSON
	 * @return writes the predictions
	 * @throws IOException when the client is gone
	 */
	public PredictionWriter start(PredictionHeader header, JsonMapper json) throws IOException {
		this.wanted.announce(this.response, header.model() + "-predictions");
		if (this.reasons > 0) {
			this.response.setHeader(HttpHeaders.CONTENT_LANGUAGE, this.language.tag());
		}
		this.response.setHeader(MODEL_ID, header.jobId());
		if (header.context() != null) {
			this.response.setHeader(PARTIAL_TABLE, Boolean.toString(header.context().partial()));
		}
		set(INFORMATION, header.information());
		set(EXPECTED_ACCURACY, header.expectedAccuracy());
		HeaderList.set(this.response, ABSENT_COLUMNS,
				Objects.requireNonNullElse(header.absentColumns(), List.<AbsentColumn>of())
					.stream()
					.map(AbsentColumn::column)
					.toList());
		if (header.drift() != null) {
			tell(header.drift());
		}
		Selection selection = header.selection();
		if (selection != null) {
			set(THRESHOLD, selection.threshold());
			set(EXPECTED_RECALL, selection.recall());
			set(EXPECTED_PRECISION, (selection.wantedRecall() != null) ? selection.precision() : null);
		}
		HeaderList.set(this.response, HeaderList.NOTES, Objects.requireNonNullElse(header.notes(), List.of()));
		PredictionWriter writer = PredictionFormat.of(this.wanted.format())
			.open(header, this.reasons, this.response.getOutputStream(), json);
		PredictionWriter telling = (this.reasons > 0) ? told(writer) : writer;
		return (selection != null) ? mapped(telling, (prediction) -> prediction.with(selection)) : telling;
	}

	private void tell(Drift drift) {
		this.response.setHeader(DRIFT, drift.level());
		set(DRIFT_PSI, drift.psi());
		set(OUTSIDE_RANGE, drift.outside());
		HeaderList.set(this.response, DRIFT_FEATURES,
				drift.features().stream().map(Drift.FeatureDrift::feature).toList());
	}

	/** Puts reasons into words; only those are in a language. */
	private PredictionWriter told(PredictionWriter writer) {
		ReasonSentences sentences = new ReasonSentences(this.language);
		return mapped(writer, (prediction) -> prediction.told(sentences));
	}

	private static PredictionWriter mapped(PredictionWriter writer, UnaryOperator<Prediction> change) {
		return new PredictionWriter() {
			@Override
			public void write(Prediction prediction) throws IOException {
				writer.write(change.apply(prediction));
			}

			@Override
			public Ready ready(List<Prediction> predictions) {
				return writer.ready(predictions.stream().map(change).toList());
			}

			@Override
			public void finish() throws IOException {
				writer.finish();
			}
		};
	}

	private void set(String name, @Nullable Double value) {
		if (value != null) {
			this.response.setHeader(name, value.toString());
		}
	}

}
