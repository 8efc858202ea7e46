package io.exoscout.result;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns results into what any database and any version takes: documents outlive the types
 * that they were written from.
 */
public final class ResultJson {

	private static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
		// in the order of the components
		.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.build();

	private ResultJson() {
	}

	/** A record again, of what it was {@link #map made}. */
	static <T> T read(Map<String, Object> stored, Class<T> type) {
		return JSON.convertValue(stored, type);
	}

	/**
	 * The same as plain maps, lists, numbers and text.
	 * @param result a record
	 * @return its components by their names in JSON, without those that are {@code null}
	 */
	public static Map<String, Object> map(Object result) {
		return JSON.convertValue(result, new TypeReference<Map<String, Object>>() {
		});
	}

}
