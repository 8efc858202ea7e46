package io.exoscout.predictor.inference;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request of the protocol, as its JSON is.
 *
 * @param id comes back with the answer
 * @param modelName the model once more, which some clients repeat here
 * @param modelVersion its version once more
 * @param parameters `explain`: how many features to name in each explanation, 0 for none;
 * `explain_class`: the class whose score is explained, that which is predicted of each
 * row if none is named; `explain_min`: explain rows from this probability of it on, all
 * others have blanks and zeros; `unit`: `log-odds` or `probability`, calibration
 * included, without it the model's own scores; `precision` or `recall`: which rows are
 * `selected`, of the class named by `precision_class` or `recall_class`, planets if none
 * is; `binary_data_output`: whether outputs come behind the JSON unless they say
 * otherwise; `content_type`: how the client made the tensors
 * @param inputs one for each column, all of one length
 * @param outputs those that are wanted; all of them where none is named
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SentInference(@Nullable String id, @Nullable String modelName, @Nullable String modelVersion,
		@Nullable Map<String, Object> parameters, @Nullable List<SentTensor> inputs,
		@Nullable List<SentOutput> outputs) {

	/**
	 * A column.
	 *
	 * @param name of the column, in the archive's words or others that tables may use
	 * @param shape n, or n and 1
	 * @param datatype of its cells
	 * @param parameters `binary_data_size`: bytes of it behind the JSON; `content_type`
	 * @param data its cells in order, flat or each in a list of its own; NaN, null and
	 * "NaN" are cells without a number
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record SentTensor(@Nullable String name, @Nullable List<Long> shape, @Nullable String datatype,
			@Nullable Map<String, Object> parameters, @Nullable JsonNode data) {
	}

	/**
	 * An output that is wanted.
	 *
	 * @param name of the output
	 * @param parameters `binary_data`: whether it comes behind the JSON; `content_type`
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record SentOutput(@Nullable String name, @Nullable Map<String, Object> parameters) {
	}

}
