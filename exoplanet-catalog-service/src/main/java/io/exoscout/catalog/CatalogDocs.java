package io.exoscout.catalog;

import io.exoscout.openapi.ApiParts;
import io.exoscout.openapi.ServiceDocs;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;

/** Describes planets, which have three known fields and any others beside. */
class CatalogDocs implements ServiceDocs {

	private static final String SENT = "SentPlanet";

	@Override
	public void complete(OpenAPI api) {
		PathItem save = api.getPaths().get("/save-exoplanet");
		if (save == null) {
			return;
		}
		api.getComponents().addSchemas(SENT, withFields(ApiParts.simple("object", "A planet, as it is sent")));
		withFields(ApiParts.defined(api, Planet.class.getSimpleName()));
		save.getPost()
			.getRequestBody()
			.getContent()
			.values()
			.forEach((content) -> content.setSchema(ApiParts.reference(SENT)));
		ApiParts.defined(api, "Saved").addProperty("data", ApiParts.reference(SENT).description("what was saved"));
	}

	private static Schema<?> withFields(Schema<?> planet) {
		planet.addProperty(Planet.NAME, ApiParts.simple("string", "its name").minLength(1).maxLength(200));
		planet.addRequiredItem(Planet.NAME);
		planet.addProperty(Planet.TYPE, ApiParts.scalar("what kind of planet it is"));
		planet.addProperty(Planet.DISTANCE, ApiParts.scalar("its distance in light years, 0 or more"));
		planet.setAdditionalProperties(ApiParts.scalar("any further field"));
		return planet;
	}

}
