package io.exoscout.predictor;

import java.io.IOException;
import java.io.InputStream;

import io.exoscout.form.SentTable;
import io.exoscout.work.JobAnswer;
import io.exoscout.job.Jobs.Submission;
import io.exoscout.explanation.WantedExplanation;
import io.exoscout.prediction.WantedSelection;
import io.exoscout.predictor.shelf.FoundModel;
import io.exoscout.predictor.shelf.ModelRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The same predictions as jobs, for those who do not want to wait for the answer. */
@RestController
@RequestMapping(path = "/exo-scout-predictor", params = "mode=job", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Predictor")
record PredictionJobController(PredictionIntake intake) {

	@Operation(hidden = true)
	@PostMapping(consumes = { MediaType.MULTIPART_FORM_DATA_VALUE, SentTable.CSV })
	ResponseEntity<Object> table(@RequestParam(name = "file", required = false) @Nullable MultipartFile file,
			@RequestParam(name = "job_id", required = false) @Nullable String jobId,
			@RequestParam(name = "model", required = false) @Nullable String name,
			@RequestParam(defaultValue = "0") int explain,
			@RequestParam(name = "explain_class", required = false) @Nullable String explainClass,
			@RequestParam(name = "explain_min", required = false) @Nullable Double explainMin,
			@RequestParam(required = false) @Nullable String unit,
			@RequestParam(required = false) @Nullable Double precision,
			@RequestParam(name = "precision_class", required = false) @Nullable String precisionClass,
			@RequestParam(required = false) @Nullable Double recall,
			@RequestParam(name = "recall_class", required = false) @Nullable String recallClass,
			HttpServletRequest request) throws IOException {
		ModelRequest wanted = new ModelRequest(jobId, name,
				WantedExplanation.of(explain, explainClass, explainMin, unit),
				WantedSelection.of(precision, precisionClass, recall, recallClass));
		SentTable table = SentTable.of(request, file);
		FoundModel model = this.intake.find(wanted);
		try (InputStream csv = table.bytes()) {
			return answer(this.intake.table(csv, table.name(), wanted, model), model);
		}
	}

	@Operation(hidden = true)
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Object> rows(@RequestBody RowsRequest request, @RequestParam(defaultValue = "0") int explain,
			@RequestParam(name = "explain_class", required = false) @Nullable String explainClass,
			@RequestParam(name = "explain_min", required = false) @Nullable Double explainMin,
			@RequestParam(required = false) @Nullable String unit,
			@RequestParam(required = false) @Nullable Double precision,
			@RequestParam(name = "precision_class", required = false) @Nullable String precisionClass,
			@RequestParam(required = false) @Nullable Double recall,
			@RequestParam(name = "recall_class", required = false) @Nullable String recallClass) throws IOException {
		ModelRequest wanted = new ModelRequest(request.jobId(), request.model(),
				WantedExplanation.of(explain, explainClass, explainMin, unit),
				WantedSelection.of(precision, precisionClass, recall, recallClass));
		FoundModel model = this.intake.find(wanted);
		return answer(this.intake.rows(request, wanted, model), model);
	}

	private static ResponseEntity<Object> answer(Submission submission, FoundModel model) {
		return JobAnswer.of(submission, model.notes(), (job) -> AcceptedPrediction.of(job, model));
	}

}
