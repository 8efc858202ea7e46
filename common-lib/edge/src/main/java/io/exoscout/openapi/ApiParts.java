package io.exoscout.openapi;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;

/** Parts of API documents that annotations have no words for. */
public final class ApiParts {

	private ApiParts() {
	}

	/** A reference to the schema of a record, which is added to the document. */
	public static Schema<?> schema(OpenAPI api, Class<?> type) {
		ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(type)).referencedSchemas
			.forEach(api.getComponents()::addSchemas);
		return reference(type.getSimpleName());
	}

	/** A schema that is in the document already. */
	public static Schema<?> defined(OpenAPI api, String name) {
		return Objects.requireNonNull(api.getComponents().getSchemas().get(name), name);
	}

	/** A reference to a schema by its name. */
	public static Schema<?> reference(String name) {
		return new JsonSchema().$ref("#/components/schemas/" + name);
	}

	/**
	 * A schema of one of the simple types.
	 * @param type of JSON: {@code string}, {@code integer} and so on
	 * @param description what it is, and its unit
	 */
	public static Schema<?> simple(String type, String description) {
		return new JsonSchema().typesItem(type).description(description);
	}

	/** What a cell may hold. */
	public static Schema<?> scalar(String description) {
		return new JsonSchema().types(new LinkedHashSet<>(List.of("string", "number", "boolean", "null")))
			.description(description);
	}

	/** What is sent in one media type. */
	public static Content content(String mediaType, Schema<?> schema) {
		return new Content().addMediaType(mediaType, new MediaType().schema(schema));
	}

	/** A header of an answer, which is a text. */
	public static Header header(String description) {
		return new Header().description(description).schema(new JsonSchema().typesItem("string"));
	}

}
