package io.exoscout.jobs.result;

import java.util.Objects;

import io.exoscout.openapi.ApiParts;
import io.exoscout.openapi.ServiceDocs;
import io.exoscout.prediction.PredictionAnswer;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.responses.ApiResponse;

import org.springframework.http.HttpHeaders;

/**
 * The headers of a job's predictions are those of predictions that are answered at once.
 */
public class ResultDocs implements ServiceDocs {

	@Override
	public void complete(OpenAPI api) {
		PathItem result = api.getPaths().get(ResultController.RESULT);
		if (result != null) {
			ApiResponse answer = Objects.requireNonNull(result.getGet().getResponses().get("200"));
			answer.addHeaderObject(HttpHeaders.CONTENT_DISPOSITION,
					ApiParts.header("A file name, where format asks for one"));
			PredictionAnswer.HEADERS
				.forEach((told) -> answer.addHeaderObject(told.header(), ApiParts.header(told.meaning())));
		}
	}

}
