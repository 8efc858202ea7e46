package io.exoscout.forecast;

import java.util.List;
import java.util.Objects;

import io.exoscout.form.SentTable;
import io.exoscout.openapi.ApiParts;
import io.exoscout.openapi.ServiceDocs;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;

import org.springframework.http.MediaType;

/** Describes tables of points, and lists of numbers or points. */
class SeriesDocs implements ServiceDocs {

	@Override
	public void complete(OpenAPI api) {
		PathItem upload = api.getPaths().get(CollectionController.PATH + "/{name}");
		if (upload == null) {
			return;
		}
		Schema<?> form = ApiParts.simple("object", "The table");
		form.addProperty("file", ApiParts.simple("string", "CSV, or a gzip of it").format("binary"));
		form.addRequiredItem("file");
		Content sent = ApiParts.content(MediaType.MULTIPART_FORM_DATA_VALUE, form);
		sent.putAll(ApiParts.content(SentTable.CSV, ApiParts.simple("string", "The same, packed or not")));
		upload.getPost().setRequestBody(new RequestBody().required(true).content(sent));
		describeData(required(api, ForecastRequest.class.getSimpleName(), "data"));
		required(api, TrainRequest.class.getSimpleName(), "collection_name");
		required(api, "EphemerisRequest", "times");
		withBlanks(required(api, "WhitenRequest", "time", "flux"), "flux");
		withBlanks(ApiParts.defined(api, "WhitenedCurve"), "residuals");
	}

	/** What a request has to have. */
	private static Schema<?> required(OpenAPI api, String name, String... members) {
		Schema<?> request = ApiParts.defined(api, name);
		List.of(members).forEach(request::addRequiredItem);
		return request;
	}

	/** A list of numbers some of which may be missing. */
	private static void withBlanks(Schema<?> schema, String member) {
		Schema<?> list = Objects.requireNonNull((Schema<?>) schema.getProperties().get(member), member);
		list.getItems().addType("null");
	}

	private static void describeData(Schema<?> request) {
		Schema<?> point = ApiParts.simple("object", "a point, with the members that the collection has");
		point.setAdditionalProperties(ApiParts.scalar("time, value, or what the point is of"));
		Schema<?> item = new Schema<>();
		item.setOneOf(List.of(ApiParts.simple("number", "a value"), point));
		Schema<?> data = ApiParts.simple("array",
				"numbers in the order of time, or points as the collection has them, in any order");
		data.setItems(item);
		request.addProperty("data", data);
	}

}
