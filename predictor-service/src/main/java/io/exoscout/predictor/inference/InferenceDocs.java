package io.exoscout.predictor.inference;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.exoscout.openapi.ApiParts;
import io.exoscout.openapi.ServiceDocs;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;

/** Describes what tensors and parameters hold, which is of several types. */
public final class InferenceDocs implements ServiceDocs {

	@Override
	public void complete(OpenAPI api) {
		if (!api.getPaths().containsKey("/v2")) {
			return;
		}
		for (String name : List.of("SentInference", "SentTensor", "SentOutput", "InferenceAnswer")) {
			property(api, name, "parameters").setAdditionalProperties(ApiParts.scalar("its value"));
		}
		Schema<?> cell = ApiParts.scalar("a cell");
		list(api, "SentTensor", new JsonSchema().addOneOfItem(cell)
			.addOneOfItem(ApiParts.simple("array", "the one cell of a row").items(cell)));
		list(api, "AnswerTensor", ApiParts.scalar("an element: a text or a number"));
	}

	private static void list(OpenAPI api, String name, Schema<?> element) {
		Schema<?> old = property(api, name, "data");
		((Map<String, Schema>) ApiParts.defined(api, name).getProperties()).put("data",
				ApiParts.simple("array", old.getDescription()).items(element));
	}

	private static Schema<?> property(OpenAPI api, String name, String property) {
		return Objects.requireNonNull(ApiParts.defined(api, name).getProperties().get(property), property);
	}

}
