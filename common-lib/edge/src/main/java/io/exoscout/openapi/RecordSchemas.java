package io.exoscout.openapi;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the signature of a record says of its JSON: a component that is never {@code null}
 * is always there, and its comment says what it is.
 */
final class RecordSchemas {

	private static final SnakeCaseStrategy NAMES = new SnakeCaseStrategy();

	private RecordSchemas() {
	}

	/** Completes the schema of a record, which has all its properties. */
	static void complete(Schema<?> schema, Class<?> type) {
		Map<String, ?> properties = Objects.requireNonNullElse(schema.getProperties(), Map.of());
		List<String> required = new ArrayList<>(new TreeSet<>(always(type).filter(properties::containsKey).toList()));
		schema.setRequired(required.isEmpty() ? null : required);
		schema.setDescription(RecordComments.ofType(type));
		describe(schema, type);
	}

	/** Says of each property what the comment of its component says. */
	private static void describe(Schema<?> schema, Class<?> type) {
		Map<String, String> comments = RecordComments.ofComponents(type);
		for (RecordComponent component : type.getRecordComponents()) {
			if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
				describe(schema, component.getType());
			}
			Schema<?> property = Objects.requireNonNullElse(schema.getProperties(), Map.<String, Schema<?>>of())
				.get(name(component));
			if (property != null) {
				property.setDescription(comments.get(component.getName()));
				if (property.getOneOf() != null) {
					// the map that stands for one of several records
					property.setAdditionalProperties(null);
				}
				if (isNullable(component.getAnnotatedType()) && !canBeLeftOut(component, type)
						&& property.getTypes() != null) {
					property.addType("null");
				}
			}
		}
	}

	/** The names of what is always there. */
	private static Stream<String> always(Class<?> type) {
		return Arrays.stream(type.getRecordComponents())
			.filter((component) -> !component.getAccessor().isAnnotationPresent(JsonIgnore.class))
			.filter((component) -> !canBeLeftOut(component, type))
			.flatMap((component) -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
					? always(component.getType()) : Stream.of(name(component)));
	}

	private static boolean canBeLeftOut(RecordComponent component, Class<?> type) {
		Include include = include(component, type);
		boolean sized = component.getType().isAssignableFrom(List.class)
				|| component.getType().isAssignableFrom(Map.class);
		boolean text = component.getType() == String.class
				&& component.getAccessor().isAnnotationPresent(JsonInclude.class);
		return (include == Include.NON_EMPTY && (sized || text))
				|| (include != Include.ALWAYS && isNullable(component.getAnnotatedType()));
	}

	private static Include include(RecordComponent component, Class<?> type) {
		return Stream
			.of(component.getAccessor().getAnnotation(JsonInclude.class), type.getAnnotation(JsonInclude.class))
			.filter(Objects::nonNull)
			.findFirst()
			.map(JsonInclude::value)
			.orElse(Include.ALWAYS);
	}

	private static boolean isNullable(AnnotatedType type) {
		return type.isAnnotationPresent(Nullable.class);
	}

	private static String name(RecordComponent component) {
		JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
		return (named != null && !named.value().isEmpty()) ? named.value() : NAMES.translate(component.getName());
	}

}
