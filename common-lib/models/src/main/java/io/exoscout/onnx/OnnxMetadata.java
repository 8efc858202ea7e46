package io.exoscout.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.exoscout.feature.FeatureInput;
import io.exoscout.model.ModelManifest;
import io.exoscout.neighbour.NeighbourFile;
import io.exoscout.neighbour.Neighbours;
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

	/** A JSON list of numbers from 0 to 1. */
	static final String IMPORTANCE = "feature_importance";

	/**
	 * The objects of the training table as a model file has them, in base64. A graph has
	 * no use for them, but a part of a table is scored among them, so a model that comes
	 * back needs them.
	 */
	static final String OBJECTS = "training_objects";

	/** Tables of more objects are not kept: names and texts of a file have a limit. */
	private static final int MOST_OBJECTS_BYTES = 2 << 20;

	static final String FEATURE_SET = "feature_set";

	static final String MISSION = "mission";

	static final String ALGORITHM = "algorithm";

	static final String JOB_ID = "job_id";

	static final String MODEL = "model_sha256";

	static final String TABLE = "dataset_sha256";

	private static final JsonMapper JSON = new JsonMapper();

	private OnnxMetadata() {
	}

	static Map<String, String> of(ModelManifest manifest, String digest, List<FeatureInput> inputs) {
		return Map.ofEntries(Map.entry(FEATURE_NAMES, json(manifest.features())),
				Map.entry(CLASS_NAMES, json(manifest.classNames())),
				// a column is its own formula
				Map.entry("feature_formulas",
						json(inputs.stream()
							.map((input) -> Objects.requireNonNullElse(input.formula(), input.name()))
							.toList())),
				Map.entry("feature_units", json(inputs.stream().map(FeatureInput::unit).toList())),
				Map.entry(IMPORTANCE, JSON.writeValueAsString(manifest.importance())),
				Map.entry(FEATURE_SET, manifest.featureSet()), Map.entry(MISSION, manifest.mission().id()),
				Map.entry(ALGORITHM, manifest.options().algorithm().id()), Map.entry(JOB_ID, manifest.jobId()),
				Map.entry(MODEL, digest), Map.entry(TABLE, manifest.datasetSha256()));
	}

	/** The objects of a training table as a text; empty if there are none or too many. */
	static String text(Neighbours objects) {
		if (objects.size() == 0 || NeighbourFile.mostBytes(objects) > MOST_OBJECTS_BYTES) {
			return "";
		}
		ByteBuffer bytes = ByteBuffer.allocate((int) NeighbourFile.mostBytes(objects)).order(ByteOrder.LITTLE_ENDIAN);
		NeighbourFile.write(objects, bytes);
		return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
	}

	/**
	 * The objects in such a text.
	 * @throws io.exoscout.problem.ProblemException {@code INVALID} if it holds none
	 */
	static Neighbours objects(String text) {
		if (text.isEmpty()) {
			return Neighbours.NONE;
		}
		try {
			ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text)).order(ByteOrder.LITTLE_ENDIAN);
			Neighbours objects = NeighbourFile.read(bytes);
			OnnxFault.require(!bytes.hasRemaining(), "something follows its objects");
			return objects;
		}
		catch (IllegalArgumentException ex) {
			throw OnnxFault.broken("its metadata hold no objects of a training table").causedBy(ex);
		}
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

	/**
	 * The numbers in a JSON list.
	 * @throws io.exoscout.problem.ProblemException {@code INVALID} if it is none
	 */
	static double[] numbers(String json) {
		try {
			return Objects.requireNonNull(JSON.readValue(json, double[].class));
		}
		catch (JacksonException | NullPointerException ex) {
			throw OnnxFault.broken("its metadata hold no list of numbers").causedBy(ex);
		}
	}

	private static String json(List<String> texts) {
		return JSON.writeValueAsString(texts);
	}

}
