package io.exoscout.jobs.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.exoscout.explanation.ReasonLanguage;
import io.exoscout.prediction.Prediction;
import io.exoscout.prediction.PredictionAnswer;
import io.exoscout.prediction.PredictionDocument;
import io.exoscout.prediction.PredictionReader;
import io.exoscout.prediction.PredictionWriter;
import io.exoscout.prediction.StoredPredictions;
import io.exoscout.store.Digests;
import io.exoscout.web.AnswerFormat;
import io.exoscout.web.FormatParameter;
import io.exoscout.web.WantedFormat;
import io.exoscout.work.JobAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The predictions of a job over HTTP, in the forms a direct answer has. */
@RestController
@RequestMapping(ResultController.RESULT)
@Tag(name = "Jobs")
public record ResultController(PredictionResults results, JsonMapper json) {

	static final String RESULT = JobAnswer.JOBS + "/{id}/result";

	/** Only a job that was deleted in between makes asking again worthwhile. */
	private static final CacheControl UNCHANGING = CacheControl.noCache().cachePrivate();

	@Operation(operationId = "getPredictions", summary = "Get the predictions of a completed prediction job",
			description = "What a direct answer would have been. " + "In any of these forms, by `format` or Accept.")
	@ApiResponse(responseCode = "304", description = "The caller has it already", content = @Content)
	@ApiResponse(responseCode = "200", description = "The predictions",
			headers = { @Header(name = "ETag", description = "Changes when the answer does",
					schema = @Schema(type = "string")) },
			content = {
					@Content(mediaType = "application/json",
							schema = @Schema(implementation = PredictionDocument.class)),
					@Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = Prediction.class)),
					@Content(mediaType = "text/csv", schema = @Schema(type = "string")),
					@Content(mediaType = "application/x-votable+xml", schema = @Schema(type = "string")),
					@Content(mediaType = "application/fits", schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "text/x-ecsv", schema = @Schema(type = "string")),
					@Content(mediaType = "text/x-ipac-table", schema = @Schema(type = "string")) })
	@GetMapping
	void result(@Parameter(description = "of the job") @PathVariable String id,
			@FormatParameter @RequestParam(required = false) @Nullable String format,
			@RequestHeader(name = "Accept", required = false) @Nullable String accept,
			@Parameter(description = "the language of sentences in explanations: en or es") @RequestHeader(
					name = "Accept-Language", required = false) @Nullable String language,
			WebRequest request, HttpServletResponse response) throws IOException {
		WantedFormat wanted = WantedFormat.of(format, accept);
		ReasonLanguage told = ReasonLanguage.of(language);
		PredictionResults.Result result = this.results.of(id);
		StoredPredictions predictions = result.predictions();
		response.setHeader(HttpHeaders.CACHE_CONTROL, UNCHANGING.getHeaderValue());
		response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE);
		if (request.checkNotModified(tag(predictions, wanted.format(), told))) {
			return;
		}
		try (PredictionReader reader = this.results.open(predictions)) {
			PredictionWriter writer = new PredictionAnswer(wanted, result.reasons(), told, response)
				.start(predictions.header(), this.json);
			for (Prediction prediction = reader.next(); prediction != null; prediction = reader.next()) {
				writer.write(prediction);
			}
			writer.finish();
		}
	}

	/** An entity tag (RFC 9110) for the predictions in one form and language. */
	private static String tag(StoredPredictions predictions, AnswerFormat format, ReasonLanguage language) {
		String all = format.mediaType().toString() + language.tag() + predictions;
		return '"' + Digests.sha256(all.getBytes(StandardCharsets.UTF_8)) + '"';
	}

}
