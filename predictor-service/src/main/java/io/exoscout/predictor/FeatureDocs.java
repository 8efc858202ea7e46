package io.exoscout.predictor;

import io.exoscout.openapi.ApiParts;
import io.exoscout.openapi.ServiceDocs;
import io.exoscout.predictor.features.FeatureAnswer;
import io.exoscout.predictor.features.FeatureDocument;
import io.exoscout.predictor.features.FeatureRow;
import io.exoscout.web.HeaderList;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Describes feature matrices, which take what predictions take. */
class FeatureDocs implements ServiceDocs {

	@Override
	public void complete(OpenAPI api) {
		PathItem path = api.getPaths().get("/exo-scout-predictor/features");
		if (path == null) {
			return;
		}
		Operation compute = path.getPost();
		compute.setOperationId("computeFeatures");
		compute.setSummary("Compute what a model looks at");
		compute.setDescription(
				"The feature vector of each object, relations to other objects among them, in the order in which the "
						+ "model's ONNX file takes them. Numbers are 32-bit floats and come back bit for bit from "
						+ "their text; a missing one is null in JSON and blank in CSV.");
		Content sent = ApiParts.content(MediaType.MULTIPART_FORM_DATA_VALUE, PredictionDocs.form());
		sent.putAll(ApiParts.content(MediaType.APPLICATION_JSON_VALUE, ApiParts.schema(api, RowsRequest.class)));
		compute.setRequestBody(new RequestBody().required(true).content(sent));
		Content content = ApiParts.content(MediaType.APPLICATION_JSON_VALUE,
				ApiParts.schema(api, FeatureDocument.class));
		content.putAll(ApiParts.content(MediaType.APPLICATION_NDJSON_VALUE, ApiParts.schema(api, FeatureRow.class)));
		content.putAll(ApiParts.content("text/csv", ApiParts.simple("string", "A line for each object")));
		compute.getResponses()
			.addApiResponse("200", new ApiResponse().description("The matrix")
				.content(content)
				.addHeaderObject(HttpHeaders.CONTENT_DISPOSITION,
						ApiParts.header("A file name, where format asks for one"))
				.addHeaderObject(FeatureAnswer.MODEL_ID, ApiParts.header("The model, however it was named"))
				.addHeaderObject(HeaderList.NOTES,
						ApiParts.header("What to know besides, percent-encoded, with \" | \" between the sentences")));
	}

}
