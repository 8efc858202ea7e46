package io.exoscout.predictor.card;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Parts of what a model says of its evaluation, which is kept as it was written and may
 * come from elsewhere: what is not there, or is something else, counts as nothing.
 */
record JsonParts(Map<?, ?> parts) {

	static JsonParts of(@Nullable Object parts) {
		return new JsonParts((parts instanceof Map<?, ?> map) ? map : Map.of());
	}

	JsonParts part(String name) {
		return of(this.parts.get(name));
	}

	List<JsonParts> list(String name) {
		return (this.parts.get(name) instanceof List<?> list) ? list.stream().map(JsonParts::of).toList() : List.of();
	}

	List<String> texts(String name) {
		return (this.parts.get(name) instanceof List<?> list)
				? list.stream().filter(String.class::isInstance).map(String.class::cast).toList() : List.of();
	}

	@Nullable String text(String name) {
		return (this.parts.get(name) instanceof String text && !text.isBlank()) ? text : null;
	}

	@Nullable Double number(String name) {
		return (this.parts.get(name) instanceof Number number) ? number.doubleValue() : null;
	}

	@Nullable Long count(String name) {
		return (this.parts.get(name) instanceof Number number) ? number.longValue() : null;
	}

}
