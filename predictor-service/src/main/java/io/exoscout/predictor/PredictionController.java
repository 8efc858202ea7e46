package io.exoscout.predictor;

import java.io.IOException;
import java.io.InputStream;

import io.exoscout.form.SentTable;
import io.exoscout.explanation.ReasonLanguage;
import io.exoscout.explanation.WantedExplanation;
import io.exoscout.prediction.PredictionAnswer;
import io.exoscout.prediction.WantedSelection;
import io.exoscout.predictor.PredictionParameters.Explain;
import io.exoscout.predictor.PredictionParameters.ExplainClass;
import io.exoscout.predictor.PredictionParameters.ExplainMin;
import io.exoscout.predictor.PredictionParameters.Language;
import io.exoscout.predictor.PredictionParameters.Mode;
import io.exoscout.predictor.PredictionParameters.NamedModel;
import io.exoscout.predictor.PredictionParameters.Precision;
import io.exoscout.predictor.PredictionParameters.Recall;
import io.exoscout.predictor.PredictionParameters.SelectedClass;
import io.exoscout.predictor.PredictionParameters.TrainingJob;
import io.exoscout.predictor.PredictionParameters.Unit;
import io.exoscout.predictor.shelf.ModelRequest;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.web.FormatParameter;
import io.exoscout.web.WantedFormat;
import io.swagger.v3.oas.annotations.Operation;
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
			@TrainingJob @RequestParam(name = "job_id", required = false) @Nullable String jobId,
			@NamedModel @RequestParam(required = false) @Nullable String model,
			@Explain @RequestParam(defaultValue = "0") int explain,
			@ExplainClass @RequestParam(name = "explain_class", required = false) @Nullable String explainClass,
			@ExplainMin @RequestParam(name = "explain_min", required = false) @Nullable Double explainMin,
			@Unit @RequestParam(required = false) @Nullable String unit,
			@Precision @RequestParam(required = false) @Nullable Double precision,
			@SelectedClass @RequestParam(name = "precision_class", required = false) @Nullable String precisionClass,
			@Recall @RequestParam(required = false) @Nullable Double recall,
			@SelectedClass @RequestParam(name = "recall_class", required = false) @Nullable String recallClass,
			@Mode @RequestParam(defaultValue = "direct") String mode,
			@FormatParameter @RequestParam(required = false) @Nullable String format,
			@RequestHeader(name = "Accept", required = false) @Nullable String accept,
			@Language @RequestHeader(name = "Accept-Language", required = false) @Nullable String language,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		ModelRequest wanted = new ModelRequest(jobId, model,
				WantedExplanation.of(explain, explainClass, explainMin, unit),
				WantedSelection.of(precision, precisionClass, recall, recallClass));
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
	void rows(@RequestBody RowsRequest request, @Explain @RequestParam(defaultValue = "0") int explain,
			@ExplainClass @RequestParam(name = "explain_class", required = false) @Nullable String explainClass,
			@ExplainMin @RequestParam(name = "explain_min", required = false) @Nullable Double explainMin,
			@Unit @RequestParam(required = false) @Nullable String unit,
			@Precision @RequestParam(required = false) @Nullable Double precision,
			@SelectedClass @RequestParam(name = "precision_class", required = false) @Nullable String precisionClass,
			@Recall @RequestParam(required = false) @Nullable Double recall,
			@SelectedClass @RequestParam(name = "recall_class", required = false) @Nullable String recallClass,
			@Mode @RequestParam(defaultValue = "direct") String mode,
			@FormatParameter @RequestParam(required = false) @Nullable String format,
			@RequestHeader(name = "Accept", required = false) @Nullable String accept,
			@Language @RequestHeader(name = "Accept-Language", required = false) @Nullable String language,
			HttpServletResponse response) throws IOException {
		ModelRequest wanted = new ModelRequest(request.jobId(), request.model(),
				WantedExplanation.of(explain, explainClass, explainMin, unit),
				WantedSelection.of(precision, precisionClass, recall, recallClass));
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
