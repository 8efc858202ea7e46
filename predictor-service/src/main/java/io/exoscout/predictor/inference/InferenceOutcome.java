package io.exoscout.predictor.inference;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.exoscout.prediction.Drift;
import io.exoscout.prediction.Prediction;
import io.exoscout.prediction.PredictionHeader;
import io.exoscout.prediction.PredictionHeader.AbsentColumn;
import io.exoscout.prediction.PredictionWriter;
import io.exoscout.prediction.Selection;
import io.exoscout.predictor.inference.InferenceAnswer.AnswerTensor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Predictions on their way to be an answer of the protocol. */
final class InferenceOutcome implements PredictionWriter {

	private static final String BETWEEN = " | ";

	private final List<OutputColumn> columns;

	private final Map<String, Object> parameters = new LinkedHashMap<>();

	private int written;

	private final @Nullable Selection selection;

	/**
	 * An answer without rows.
	 * @param columns what is wanted of each row
	 * @param selection which rows are selected; {@code null} where none are
	 */
	InferenceOutcome(List<OutputColumn> columns, @Nullable Selection selection) {
		this.columns = columns;
		this.selection = selection;
	}

	/** Takes what is the same for all rows. */
	InferenceOutcome under(PredictionHeader scored) {
		PredictionHeader header = (this.selection != null) ? scored.with(this.selection) : scored;
		put("information", header.information());
		put("expected_accuracy", header.expectedAccuracy());
		put("absent_columns",
				Objects.requireNonNullElse(header.absentColumns(), List.<AbsentColumn>of())
					.stream()
					.map(AbsentColumn::column)
					.toList());
		put("ignored_columns", header.ignoredColumns());
		put("uninformative_rows", header.uninformativeRows());
		put("partial_table", (header.context() != null) ? header.context().partial() : null);
		Drift drift = header.drift();
		if (drift != null) {
			put("drift", drift.level());
			put("drift_psi", drift.psi());
			put("outside_range", drift.outside());
			put("drift_features", drift.features().stream().map(Drift.FeatureDrift::feature).toList());
		}
		if (this.selection != null) {
			put("selected_class", this.selection.className());
			put("threshold", this.selection.threshold());
			put("expected_precision", this.selection.precision());
			put("expected_recall", this.selection.recall());
		}
		put("notes", Objects.requireNonNullElse(header.notes(), List.of()));
		return this;
	}

	/** Parameters of the protocol are no lists. */
	private void put(String name, List<String> texts) {
		put(name, texts.isEmpty() ? null : String.join(BETWEEN, texts));
	}

	private void put(String name, @Nullable Object value) {
		if (value != null) {
			this.parameters.put(name, value);
		}
	}

	@Override
	public void write(Prediction scored) {
		Prediction prediction = (this.selection != null) ? scored.with(this.selection) : scored;
		this.columns.forEach((column) -> column.add(this.written, prediction));
		put("explain_unit", prediction.explained().unit());
		this.written++;
	}

	@Override
	public void finish() {
	}

	/**
	 * The answer.
	 *
	 * @param json how many bytes of it are JSON; all where nothing is behind it
	 * @param bytes all of it
	 */
	record Encoded(int json, byte[] bytes) {

		boolean binary() {
			return this.json < this.bytes.length;
		}

	}

	/**
	 * Writes the answer down.
	 * @param name what the model was called in the address
	 * @param version the job that trained it
	 * @param id of the request
	 */
	Encoded encoded(String name, String version, @Nullable String id, JsonMapper mapper) {
		ByteArrayOutputStream binary = new ByteArrayOutputStream();
		List<AnswerTensor> tensors = new ArrayList<>();
		for (OutputColumn column : this.columns) {
			byte[] bytes = column.binary() ? column.bytes() : null;
			if (bytes != null) {
				binary.writeBytes(bytes);
			}
			tensors.add(new AnswerTensor(column.meaning().name(), column.meaning().datatype(), column.shape(),
					(bytes != null) ? Map.of(InputTensor.SIZE, bytes.length) : null,
					(bytes != null) ? null : List.copyOf(column.data())));
		}
		byte[] json = mapper.writeValueAsBytes(new InferenceAnswer(name, version, id, this.parameters, tensors));
		ByteArrayOutputStream all = new ByteArrayOutputStream(json.length + binary.size());
		all.writeBytes(json);
		all.writeBytes(binary.toByteArray());
		return new Encoded(json.length, all.toByteArray());
	}

}
