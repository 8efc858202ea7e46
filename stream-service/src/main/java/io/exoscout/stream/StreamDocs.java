package io.exoscout.stream;

import java.util.List;
import java.util.Optional;

import io.exoscout.openapi.ApiParts;
import io.exoscout.openapi.ServiceDocs;
import io.exoscout.stream.sent.EntryBody;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/** Describes bodies that are read as they come. */
final class StreamDocs implements ServiceDocs {

	@Override
	public void complete(OpenAPI api) {
		for (String part : List.of("/events", "/replay", "/predict")) {
			describe(api.getPaths().get(StreamPaths.STREAM + part),
					"An event: its cells by the names of their columns");
		}
		describe(api.getPaths().get(StreamPaths.STREAM + "/labels"), "A label: `id`, `label` and, if known, `time`");
	}

	private static void describe(@Nullable PathItem path, String entry) {
		Optional.ofNullable(path).ifPresent((known) -> {
			Schema<?> object = ApiParts.simple("object", entry);
			object.setAdditionalProperties(ApiParts.scalar("a cell"));
			Content sent = ApiParts.content(EntryBody.LINES, ApiParts.simple("string", "One such object on each line"));
			sent.putAll(ApiParts.content(MediaType.APPLICATION_JSON_VALUE, new ArraySchema().items(object)));
			sent.putAll(ApiParts.content(EntryBody.CSV, ApiParts.simple("string", "A table with a header")));
			known.getPost().setRequestBody(new RequestBody().required(true).content(sent));
		});
	}

}
