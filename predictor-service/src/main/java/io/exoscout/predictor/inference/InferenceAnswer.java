package io.exoscout.predictor.inference;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request, as its JSON is.
 *
 * @param modelName what the model was called in the address
 * @param modelVersion the job that trained it
 * @param id of the request
 * @param parameters what is the same for all rows: `information`, `expected_accuracy`,
 * `absent_columns`, `ignored_columns`, `uninformative_rows`, `partial_table`, `drift`,
 * `drift_psi`, `outside_range`, `drift_features`, `notes`, with explanations
 * `explain_unit`, and with a selection `selected_class`, `threshold`,
 * `expected_precision` and `expected_recall`; what is a list elsewhere is a text here,
 * with " | " between its entries
 * @param outputs those asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InferenceAnswer(String modelName, String modelVersion, @Nullable String id, Map<String, Object> parameters,
		List<AnswerTensor> outputs) {

	/**
	 * An output.
	 *
	 * @param name what it is called
	 * @param datatype of its elements
	 * @param shape how many rows, and how many elements each has
	 * @param parameters `binary_data_size`: bytes of it behind the JSON
	 * @param data its elements, row by row; left out where they are behind the JSON
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record AnswerTensor(String name, Datatype datatype, List<Integer> shape, @Nullable Map<String, Integer> parameters,
			@Nullable List<Object> data) {
	}

}
