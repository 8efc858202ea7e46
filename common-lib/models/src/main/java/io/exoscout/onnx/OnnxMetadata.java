package io.exoscout.onnx;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.exoscout.feature.FeatureInput;
import io.exoscout.model.ModelManifest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an ONNX file says of its model besides the graph, as texts by name; lists are
 * JSON, in the order of the feature vector.
 */
final class OnnxMetadata {

	/** A JSON list of names. */
	static final String FEATURE_NAMES = "feature_names";

	/** A JSON list of names. */
	static final String CLASS_NAMES = "class_names";

	private static final JsonMapper JSON = new JsonMapper();

	private OnnxMetadata() {
	}

	static Map<String, String> of(ModelManifest manifest, String digest, List<FeatureInput> inputs) {
		return Map.of(FEATURE_NAMES, json(manifest.features()), CLASS_NAMES, json(manifest.classNames()),
				// a column is its own formula
				"feature_formulas",
				json(inputs.stream()
					.map((input) -> Objects.requireNonNullElse(input.formula(), input.name()))
					.toList()),
				"feature_units", json(inputs.stream().map(FeatureInput::unit).toList()), "feature_set",
				manifest.featureSet(), "mission", manifest.mission().id(), "algorithm",
				manifest.options().algorithm().id(), "job_id", manifest.jobId(), "model_sha256", digest,
				"dataset_sha256", manifest.datasetSha256());
	}

	/**
	 * The names in a JSON list.
	 * @throws io.exoscout.problem.ProblemException {@code INVALID} if it is none
	 */
	static List<String> names(String json) {
		try {
			return List.of(JSON.readValue(json, String[].class));
		}
		catch (JacksonException | NullPointerException ex) {
			throw OnnxFault.broken("its metadata hold no list of names").causedBy(ex);
		}
	}

	private static String json(List<String> texts) {
		return JSON.writeValueAsString(texts);
	}

}
