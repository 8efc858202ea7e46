package io.exoscout.suite;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.exoscout.archive.ArchiveColumn;
import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.Mission;
import tools.jackson.databind.JsonNode;

/** What the features of a model are, for a person: their units and what they mean. */
final class FeatureWords {

	private final Mission mission;

	private final Map<String, JsonNode> computed = new LinkedHashMap<>();

	/**
	 * The features of a model.
	 * @param model its card, with the features that are computed
	 */
	FeatureWords(JsonNode model) {
		this.mission = Mission.of(model.get("mission").asString()).orElseThrow();
		model.get("computed_features").forEach((feature) -> this.computed.put(feature.get("name").asString(), feature));
	}

	/** What one feature is. */
	private record Words(String unit, String meaning) {
	}

	/** For example {@code koi_depth = 153.0 ppm}. */
	String value(JsonNode reason) {
		String feature = reason.get("feature").asString();
		JsonNode value = reason.get("value");
		return feature + (value.isNull() ? " unknown" : " = " + value.asString() + unit(of(feature).unit()));
	}

	/** For example {@code speaks for a planet (+0.80)}. */
	static String direction(JsonNode reason) {
		double contribution = reason.get("contribution").asDouble();
		return String.format(Locale.ROOT, "speaks %s a planet (%+.2f)", (contribution > 0) ? "for" : "against",
				contribution);
	}

	/** What a feature means, and in which unit. */
	String meaning(String feature) {
		Words words = of(feature);
		return words.meaning() + (words.unit().isEmpty() ? "" : ", in " + words.unit());
	}

	private Words of(String feature) {
		JsonNode declared = this.computed.get(feature);
		if (declared != null) {
			return new Words(declared.path("unit").asString(), declared.path("meaning").asString());
		}
		ArchiveColumn column = ArchiveColumns.of(this.mission, feature);
		return new Words(column.unit(), column.meaning());
	}

	private static String unit(String unit) {
		return unit.isEmpty() ? "" : " " + unit;
	}

}
