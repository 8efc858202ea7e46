package io.exoscout.forecast;

import java.util.List;

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
		describeData(ApiParts.defined(api, ForecastRequest.class.getSimpleName()));
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
