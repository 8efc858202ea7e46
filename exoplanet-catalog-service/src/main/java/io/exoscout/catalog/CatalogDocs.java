package io.exoscout.catalog;

import io.exoscout.catalog.confirmed.ConfirmedColumn;
import io.exoscout.catalog.confirmed.ConfirmedColumns;
import io.exoscout.form.SentTable;
import io.exoscout.openapi.ApiParts;
import io.exoscout.openapi.ServiceDocs;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/**
 * Describes planets, which have known fields and any others beside, and tables of them.
 */
class CatalogDocs implements ServiceDocs {

	private static final String SENT = "SentPlanet";

	@Override
	public void complete(OpenAPI api) {
		describeImport(api.getPaths().get(PlanetImportController.PATH));
		PathItem save = api.getPaths().get("/save-exoplanet");
		if (save == null) {
			return;
		}
		api.getComponents().addSchemas(SENT, withFields(ApiParts.simple("object", "A planet, as it is sent")));
		Schema<?> planet = withFields(ApiParts.defined(api, Planet.class.getSimpleName()));
		ConfirmedColumns.all()
			.stream()
			.filter((column) -> !column.name().equals(ConfirmedColumns.PLANET))
			.forEach((column) -> planet.addProperty(column.name(), ApiParts.scalar(meaning(column))));
		save.getPost()
			.getRequestBody()
			.getContent()
			.values()
			.forEach((content) -> content.setSchema(ApiParts.reference(SENT)));
		ApiParts.defined(api, "Saved").addProperty("data", ApiParts.reference(SENT).description("what was saved"));
	}

	private static String meaning(ConfirmedColumn column) {
		return column.meaning() + (column.unit().isEmpty() ? "" : ", in " + column.unit());
	}

	private static void describeImport(@Nullable PathItem path) {
		if (path == null) {
			return;
		}
		Schema<?> form = ApiParts.simple("object", "The table");
		form.addProperty("file",
				ApiParts.simple("string", "PSCompPars: CSV, or a gzip or zip of one").format("binary"));
		form.addRequiredItem("file");
		Content sent = ApiParts.content(MediaType.MULTIPART_FORM_DATA_VALUE, form);
		sent.putAll(ApiParts.content(SentTable.CSV, ApiParts.simple("string", "The same, packed or not")));
		path.getPost().setRequestBody(new RequestBody().required(true).content(sent));
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
