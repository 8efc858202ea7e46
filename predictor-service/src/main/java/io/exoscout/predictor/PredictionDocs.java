package io.exoscout.predictor;

import java.util.Objects;

import io.exoscout.form.SentTable;
import io.exoscout.work.JobAnswer;
import io.exoscout.work.KnownJob;
import io.exoscout.openapi.ApiParts;
import io.exoscout.openapi.ServiceDocs;
import io.exoscout.prediction.Prediction;
import io.exoscout.prediction.PredictionAnswer;
import io.exoscout.prediction.PredictionDocument;
import io.exoscout.web.AnswerFormat;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Describes predictions: one address takes tables and rows, and answers at once or as a
 * job, which is one operation to a document.
 */
class PredictionDocs implements ServiceDocs {

	@Override
	public void complete(OpenAPI api) {
		PathItem path = api.getPaths().get("/exo-scout-predictor");
		if (path == null) {
			return;
		}
		Operation predict = path.getPost();
		predict.setOperationId("predict");
		predict.setSummary("Score a table or rows");
		predict.setDescription(
				"At once, in any of these forms: by `format`, or by Accept (`*/*` means JSON). With mode=job, the same table or rows with the same model are the same job, whose predictions are at "
						+ JobAnswer.JOBS + "/{id}/result once it is completed. "
						+ "In place of rows, JSON may name the search of a light curve, whose signals are scored as the rows of its CSV. "
						+ "Of a row that holds next to nothing of what the model looks at the probabilities say little more than how common the classes are; `uninformative_rows` counts such rows, and `notes` name them.");
		Content sent = ApiParts.content(MediaType.MULTIPART_FORM_DATA_VALUE, form());
		sent.putAll(ApiParts.content(SentTable.CSV,
				ApiParts.simple("string", "A table as it is, or packed with Content-Encoding: gzip").format("binary")));
		sent.putAll(ApiParts.content(MediaType.APPLICATION_JSON_VALUE, ApiParts.schema(api, RowsRequest.class)));
		Schema<?> rows = Objects
			.requireNonNull(ApiParts.defined(api, RowsRequest.class.getSimpleName()).getProperties().get("rows"));
		rows.setProperties(null); // a list has none, whatever class it is of
		rows.getItems().setAdditionalProperties(ApiParts.scalar("a cell, in the unit of the archive's column"));
		predict.setRequestBody(new RequestBody().required(true).content(sent));
		predict.getResponses().addApiResponse("200", answer(api));
		predict.getResponses()
			.addApiResponse("202",
					new ApiResponse().description("Accepted as a job")
						.addHeaderObject(HttpHeaders.LOCATION, ApiParts.header("Where the job can be followed"))
						.content(ApiParts.content(MediaType.APPLICATION_JSON_VALUE,
								ApiParts.schema(api, AcceptedPrediction.class))));
	}

	/** A table and parameters, as a form. */
	static Schema<?> form() {
		Schema<?> form = ApiParts.simple("object",
				"A table; the parameters of the query may be fields of the form, too");
		form.addProperty("file", ApiParts.simple("string", "A table: CSV, or a gzip or zip of one").format("binary"));
		form.addRequiredItem("file");
		return form;
	}

	private static ApiResponse answer(OpenAPI api) {
		Schema<?> document = new JsonSchema().addOneOfItem(ApiParts.schema(api, PredictionDocument.class))
			.addOneOfItem(ApiParts.schema(api, KnownJob.class));
		ApiResponse answer = new ApiResponse()
			.description("The predictions; or, with mode=job, the job if it is known already")
			.content(AnswerFormat.described(document, ApiParts.schema(api, Prediction.class)))
			.addHeaderObject(HttpHeaders.CONTENT_DISPOSITION,
					ApiParts.header("A file name, where format asks for one"));
		PredictionAnswer.HEADERS
			.forEach((told) -> answer.addHeaderObject(told.header(), ApiParts.header(told.meaning())));
		return answer;
	}

}
