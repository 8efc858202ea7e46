package io.exoscout.model;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The manifest as JSON: snake case, keys sorted, so that equal manifests are equal bytes.
 */
final class ManifestJson {

	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32).build())
			.build())
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
		.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
		// a later version may say more about itself
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
		.build();

	private ManifestJson() {
	}

	static byte[] write(ModelManifest manifest) {
		return MAPPER.writeValueAsBytes(manifest);
	}

	/**
	 * Reads a manifest.
	 * @throws IllegalArgumentException saying in words what is wrong
	 */
	static ModelManifest read(byte[] json) {
		try {
			if (!(MAPPER.readTree(json) instanceof ObjectNode manifest)) {
				throw new IllegalArgumentException("its manifest is no JSON object");
			}
			if (!manifest.has("calibrator")) {
				// nothing was calibrated before there was such a thing
				manifest.set("calibrator", MAPPER.valueToTree(Calibration.NONE));
			}
			if (manifest.get("options") instanceof ObjectNode options && !options.has("engine")) {
				options.put("engine", Engine.EXOSCOUT.id());
			}
			return MAPPER.treeToValue(manifest, ModelManifest.class);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("its manifest can not be read", ex);
		}
	}

}
