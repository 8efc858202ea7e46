package io.exoscout.predictor;

import java.io.IOException;
import java.io.InputStream;

import io.exoscout.explanation.ReasonLanguage;
import io.exoscout.explanation.WantedExplanation;
import io.exoscout.prediction.PredictionAnswer;
import io.exoscout.predictor.shelf.ModelRequest;
import io.exoscout.predictor.shelf.WantedPrecision;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.web.FormatParameter;
import io.exoscout.web.WantedFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Predictions over HTTP. A table is read twice: once to see that all of it can be scored,
 * so that no fault in line 9,000 cuts an answer short, and once to score it.
 */
@RestController
@RequestMapping("/exo-scout-predictor")
@Tag(name = "Predictor", description = "Score tables and rows with a trained model")
record PredictionController(Predictions predictions) {

	@Operation(summary = "Score a table")
	@PostMapping(consumes = { MediaType.MULTIPART_FORM_DATA_VALUE, SentTable.CSV })
	void table(@RequestParam(name = "file", required = false) @Nullable MultipartFile file,
			@Parameter(description = "the job that trained the model, or") @RequestParam(name = "job_id",
					required = false) @Nullable String jobId,
			@Parameter(
					description = "id, alias or label of the model; of several with one label the newest") @RequestParam(
							required = false) @Nullable String model,
			@Parameter(description = "how many features to name in each explanation, 0 for none") @RequestParam(
					defaultValue = "0") int explain,
			@Parameter(
					description = "the class whose probability is explained; if none is named, that which is predicted") @RequestParam(
							name = "explain_class", required = false) @Nullable String explainClass,
			@Parameter(description = "explain only rows whose probability of that class is at least this",
					schema = @Schema(minimum = "0", maximum = "1")) @RequestParam(name = "explain_min",
							required = false) @Nullable Double explainMin,
			@Parameter(
					description = "explain the probability that is shown, or its log-odds; if nothing is said, the model's own score before calibration",
					schema = @Schema(allowableValues = { "log-odds", "probability" })) @RequestParam(
							required = false) @Nullable String unit,
			@Parameter(
					description = "select the rows from that probability on from which on this share of those selected were of the class, out of fold; the answer says which, and what share of the class is so found",
					schema = @Schema(exclusiveMinimumValue = 0, maximum = "1"),
					example = "0.97") @RequestParam(required = false) @Nullable Double precision,
			@Parameter(description = "the class to select, if not planets") @RequestParam(name = "precision_class",
					required = false) @Nullable String precisionClass,
			@Parameter(description = "direct answers at once, job makes a job of it",
					schema = @Schema(allowableValues = { "direct", "job" }, defaultValue = "direct")) @RequestParam(
							defaultValue = "direct") String mode,
			@FormatParameter @RequestParam(required = false) @Nullable String format,
			@RequestHeader(name = "Accept", required = false) @Nullable String accept,
			@Parameter(description = "the language of sentences in explanations: en or es") @RequestHeader(
					name = "Accept-Language", required = false) @Nullable String language,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		ModelRequest wanted = new ModelRequest(jobId, model,
				WantedExplanation.of(explain, explainClass, explainMin, unit),
				WantedPrecision.of(precision, precisionClass));
		requireDirect(mode);
		PredictionAnswer answer = new PredictionAnswer(WantedFormat.of(format, accept), explain,
				ReasonLanguage.of(language), response);
		SentTable table = SentTable.of(request, file);
		try (InputStream csv = table.bytes()) {
			this.predictions.ofTable(csv, table.name(), wanted, answer);
		}
	}

	@Operation(summary = "Score rows")
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	void rows(@RequestBody RowsRequest request,
			@Parameter(description = "how many features to name in each explanation, 0 for none") @RequestParam(
					defaultValue = "0") int explain,
			@Parameter(
					description = "the class whose probability is explained; if none is named, that which is predicted") @RequestParam(
							name = "explain_class", required = false) @Nullable String explainClass,
			@Parameter(description = "explain only rows whose probability of that class is at least this",
					schema = @Schema(minimum = "0", maximum = "1")) @RequestParam(name = "explain_min",
							required = false) @Nullable Double explainMin,
			@Parameter(
					description = "explain the probability that is shown, or its log-odds; if nothing is said, the model's own score before calibration",
					schema = @Schema(allowableValues = { "log-odds", "probability" })) @RequestParam(
							required = false) @Nullable String unit,
			@Parameter(
					description = "select the rows from that probability on from which on this share of those selected were of the class, out of fold; the answer says which, and what share of the class is so found",
					schema = @Schema(exclusiveMinimumValue = 0, maximum = "1"),
					example = "0.97") @RequestParam(required = false) @Nullable Double precision,
			@Parameter(description = "the class to select, if not planets") @RequestParam(name = "precision_class",
					required = false) @Nullable String precisionClass,
			@Parameter(description = "direct answers at once, job makes a job of it",
					schema = @Schema(allowableValues = { "direct", "job" }, defaultValue = "direct")) @RequestParam(
							defaultValue = "direct") String mode,
			@FormatParameter @RequestParam(required = false) @Nullable String format,
			@RequestHeader(name = "Accept", required = false) @Nullable String accept,
			@Parameter(description = "the language of sentences in explanations: en or es") @RequestHeader(
					name = "Accept-Language", required = false) @Nullable String language,
			HttpServletResponse response) throws IOException {
		ModelRequest wanted = new ModelRequest(request.jobId(), request.model(),
				WantedExplanation.of(explain, explainClass, explainMin, unit),
				WantedPrecision.of(precision, precisionClass));
		requireDirect(mode);
		this.predictions.ofRows(request, wanted,
				new PredictionAnswer(WantedFormat.of(format, accept), explain, ReasonLanguage.of(language), response));
	}

	private static void requireDirect(String mode) {
		if (!mode.equals("direct")) {
			throw ProblemException.invalidParameter("mode",
					"mode is '%s'; accepted are direct and job".formatted(Quoted.shortened(mode)));
		}
	}

}
