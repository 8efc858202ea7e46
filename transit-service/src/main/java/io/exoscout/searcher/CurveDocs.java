package io.exoscout.searcher;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.exoscout.lightcurve.FluxUnit;
import io.exoscout.lightcurve.SearchLimit;
import io.exoscout.lightcurve.file.CurveOptions;
import io.exoscout.transit.SearchOptions;
import io.exoscout.transit.box.StarSize;
import io.exoscout.openapi.ApiParts;
import io.exoscout.openapi.ServiceDocs;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;

import org.springframework.http.MediaType;

/**
 * Describes the form of a light curve: {@code params} is a text whose JSON has a schema.
 */
class CurveDocs implements ServiceDocs {

	private static final String PARAMS = "LightCurveParams";

	@Override
	public void complete(OpenAPI api) {
		Stream.of(CurveController.CURVES, CurveController.CURVES + "/inspect")
			.flatMap((path) -> Optional.ofNullable(api.getPaths().get(path)).stream())
			.forEach((path) -> {
				api.getComponents().addSchemas(PARAMS, params());
				path.getPost().setParameters(null);
				path.getPost()
					.setRequestBody(new RequestBody().required(true)
						.content(ApiParts.content(MediaType.MULTIPART_FORM_DATA_VALUE, form())));
			});
	}

	private static Schema<?> form() {
		Schema<?> params = ApiParts.simple("string",
				"How it is read and searched, as JSON; left out, all have defaults");
		params.setContentMediaType(MediaType.APPLICATION_JSON_VALUE);
		params.setContentSchema(ApiParts.reference(PARAMS));
		Schema<Object> files = new JsonSchema().typesItem("array")
			.description(
					"The files of one star: FITS of Kepler, K2 or TESS, CSV, or a matrix of fluxes, packed with gzip "
							+ "or not; several quarters or sectors are joined. ZIP archives may hold those of many stars");
		files.setItems(ApiParts.simple("string", "A file").format("binary"));
		Schema<?> form = ApiParts.simple("object", "A light curve");
		form.addProperty("file", files);
		form.addProperty("params", params);
		form.addRequiredItem("file");
		return form;
	}

	private static Schema<?> params() {
		Schema<?> params = ApiParts.simple("object",
				"How a light curve is read and searched. Unknown names are refused.");
		params.setAdditionalProperties(false);
		params.addProperty("flux", ApiParts.simple("string",
				"The column of fluxes, such as SAP_FLUX or sap; left out, the one that was " + "corrected furthest"));
		Schema<Object> unit = new JsonSchema().typesItem("string")
			.description("What the fluxes are in; left out, what the file says, or its values");
		FluxUnit.ids().forEach(unit::addEnumItemObject);
		params.addProperty("unit", unit);
		Schema<?> words = ApiParts.simple("string", "By mission, no flag, or any flag");
		List.of("default", "none", "hard").forEach((word) -> ((JsonSchema) words).addEnumItemObject(word));
		params.addProperty("quality_mask",
				new JsonSchema().description("Which quality flags make a point unusable")
					.addOneOfItem(words)
					.addOneOfItem(ApiParts.simple("integer", "The sum of their bits").minimum(BigDecimal.ZERO)));
		params.addProperty("cadence_minutes",
				number("How far points are apart, for files without times", CurveOptions.CADENCE));
		params.addProperty("row", whole("Which row of a matrix is meant, from 1", CurveOptions.ROW));
		params.addProperty("window_days",
				number("The window in which slow changes are taken out", SearchOptions.WINDOW_DAYS));
		params.addProperty("period_min", number("The shortest period, in days", SearchOptions.PERIOD_MIN));
		params.addProperty("period_max", number("The longest period, in days", SearchOptions.PERIOD_MAX));
		Schema<?> signals = whole("How many signals are looked for at most", SearchOptions.SIGNALS);
		signals.setDefault(SearchOptions.MAX_SIGNALS);
		params.addProperty("max_signals", signals);
		Schema<?> star = ApiParts.simple("object", "What is known of the star; before what the file says of it");
		star.setAdditionalProperties(false);
		star.addProperty("radius", number("In solar radii", StarSize.RADIUS));
		star.addProperty("mass", number("In solar masses", StarSize.MASS));
		star.addProperty("teff", number("Its effective temperature, in kelvin", StarSize.TEFF));
		params.addProperty("star", star);
		return params;
	}

	private static Schema<?> number(String description, SearchLimit limit) {
		return limited("number", description, limit);
	}

	private static Schema<?> whole(String description, SearchLimit limit) {
		return limited("integer", description, limit);
	}

	private static Schema<?> limited(String type, String description, SearchLimit limit) {
		return ApiParts.simple(type, description).minimum(decimal(limit.least())).maximum(decimal(limit.most()));
	}

	/** Without zeros behind the point. */
	private static BigDecimal decimal(double value) {
		return new BigDecimal(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
	}

}
