package io.exoscout.predictor.inference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.exoscout.explanation.WantedExplanation;
import io.exoscout.prediction.WantedSelection;
import io.exoscout.predictor.inference.SentInference.SentOutput;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * A request whose parts fit each other.
 *
 * @param id comes back with the answer
 * @param inputs columns of one length, at least one
 * @param explain how to explain
 * @param select which rows to select; {@code null} to select nothing
 * @param outputs the names of those that are wanted, and whether behind the JSON; empty
 * where none was named
 * @param binary whether outputs that nobody named come behind the JSON
 * @param bytes how many all of it took
 */
record InferenceRequest(@Nullable String id, List<InputTensor> inputs, WantedExplanation explain,
		@Nullable WantedSelection select, Map<String, Boolean> outputs, boolean binary, long bytes) {

	private static final String BINARY = "binary_data_output";

	private static final String EXPLAIN = "explain";

	private static final String CLASS = "explain_class";

	private static final String LEAST = "explain_min";

	private static final String UNIT = "unit";

	private static final String PRECISION = "precision";

	private static final String PRECISION_CLASS = "precision_class";

	private static final String RECALL = "recall";

	private static final String RECALL_CLASS = "recall_class";

	private static final Set<String> PARAMETERS = Set.of(EXPLAIN, CLASS, LEAST, UNIT, PRECISION, PRECISION_CLASS,
			RECALL, RECALL_CLASS, BINARY);

	/**
	 * Checks a request by itself, without a model.
	 * @param sent the JSON
	 * @param body where the data of tensors are that are not in it; used up by this
	 * @throws ProblemException {@code INVALID}, naming what does not fit
	 */
	static InferenceRequest of(SentInference sent, InferenceBody body) {
		SentParameters parameters = new SentParameters(sent.parameters(), "parameters", PARAMETERS);
		boolean binary = parameters.flag(BINARY, false);
		long bytes = body.json().length + (long) body.binary().remaining();
		List<InputTensor> inputs = inputs(sent, body);
		return new InferenceRequest(sent.id(), inputs, explain(parameters), select(parameters),
				outputs(Objects.requireNonNullElse(sent.outputs(), List.of()), binary), binary, bytes);
	}

	private static WantedExplanation explain(SentParameters parameters) {
		Long features = parameters.number(EXPLAIN);
		return WantedExplanation.of((features != null) ? small(features) : 0, parameters.text(CLASS),
				parameters.fraction(LEAST), parameters.text(UNIT));
	}

	private static @Nullable WantedSelection select(SentParameters parameters) {
		return WantedSelection.of(parameters.fraction(PRECISION), parameters.text(PRECISION_CLASS),
				parameters.fraction(RECALL), parameters.text(RECALL_CLASS));
	}

	/** Any number that is too large is refused by whoever knows how many there may be. */
	private static int small(long number) {
		return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
	}

	private static List<InputTensor> inputs(SentInference sent, InferenceBody body) {
		List<InputTensor> inputs = new ArrayList<>();
		Set<String> names = new HashSet<>();
		for (var tensor : Objects.requireNonNullElse(sent.inputs(), List.<SentInference.SentTensor>of())) {
			String place = "inputs[%d]".formatted(inputs.size());
			InputTensor input = InputTensor.of(tensor, place, body.binary());
			if (!names.add(input.name())) {
				String detail = "Input '%s' was sent twice; send it once.".formatted(Quoted.shortened(input.name()));
				throw new ProblemException(ErrorCode.DUPLICATE_COLUMN, detail, InputError.field(place, detail));
			}
			inputs.add(input);
			requireOneLength(inputs.get(0), input, place);
		}
		if (body.binary().hasRemaining()) {
			throw InputTensor.invalid("inputs", "%d bytes behind the JSON belong to no input; each says its size in %s"
				.formatted(body.binary().remaining(), InputTensor.SIZE));
		}
		if (inputs.isEmpty() || inputs.get(0).rows() == 0) {
			String detail = "The request has no rows; expected \"inputs\": [{\"name\": \"koi_period\", \"shape\": [1, 1], "
					+ "\"datatype\": \"FP32\", \"data\": [9.48]}, …]";
			throw new ProblemException(ErrorCode.MISSING_ROWS, detail, InputError.field("inputs", detail));
		}
		return inputs;
	}

	private static void requireOneLength(InputTensor first, InputTensor input, String place) {
		if (input.rows() != first.rows()) {
			throw InputTensor.invalid(place + ".shape",
					"Input '%s' has %d rows, but '%s' has %d; all columns have to be of one length".formatted(
							Quoted.shortened(input.name()), input.rows(), Quoted.shortened(first.name()),
							first.rows()));
		}
	}

	private static Map<String, Boolean> outputs(List<SentOutput> sent, boolean binary) {
		Map<String, Boolean> outputs = new LinkedHashMap<>();
		for (int i = 0; i < sent.size(); i++) {
			String place = "outputs[%d]".formatted(i);
			SentOutput output = sent.get(i);
			String name = (output != null) ? output.name() : null;
			if (output == null || name == null) {
				throw InputTensor.invalid(place + ".name", "An output that is asked for has no name");
			}
			SentParameters parameters = new SentParameters(output.parameters(), place + ".parameters",
					Set.of("binary_data"));
			if (outputs.put(name, parameters.flag("binary_data", binary)) != null) {
				String detail = "Output '%s' is asked for twice; name it once.".formatted(Quoted.shortened(name));
				throw new ProblemException(ErrorCode.REPEATED_PARAMETER, detail, InputError.field(place, detail));
			}
		}
		return outputs;
	}

	/** The same columns as rows. */
	TensorRows rows() {
		return new TensorRows(this.inputs);
	}

	/** Whether an output comes behind the JSON; {@code null} where it is not wanted. */
	@Nullable Boolean wants(String output) {
		return this.outputs.isEmpty() ? Boolean.valueOf(this.binary) : this.outputs.get(output);
	}

}
