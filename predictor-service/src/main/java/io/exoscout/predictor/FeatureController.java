package io.exoscout.predictor;

import java.io.IOException;
import java.io.InputStream;

import io.exoscout.admission.CallerPresence;
import io.exoscout.dataset.Datasets;
import io.exoscout.dataset.Upload;
import io.exoscout.predictor.PredictionParameters.NamedModel;
import io.exoscout.predictor.PredictionParameters.PlainFormat;
import io.exoscout.predictor.PredictionParameters.TrainingJob;
import io.exoscout.predictor.features.FeatureAnswer;
import io.exoscout.predictor.features.FeatureMatrix;
import io.exoscout.predictor.rows.RowSource;
import io.exoscout.predictor.rows.UploadedTable;
import io.exoscout.predictor.shelf.FoundModel;
import io.exoscout.predictor.shelf.ModelRequest;
import io.exoscout.predictor.shelf.ModelShelf;
import io.exoscout.web.Parameters;
import io.exoscout.web.WantedFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Feature matrices over HTTP. As with predictions, all of a table is looked at before the
 * first line is sent.
 */
@RestController
@RequestMapping("/exo-scout-predictor/features")
@Tag(name = "Predictor")
record FeatureController(ModelShelf shelf, Datasets datasets, ScorableRows rows, JsonMapper json) {

	@Operation(summary = "Compute the features of a table")
	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	void table(@RequestParam(name = "file", required = false) @Nullable MultipartFile file,
			@TrainingJob @RequestParam(name = "job_id", required = false) @Nullable String jobId,
			@NamedModel @RequestParam(required = false) @Nullable String model,
			@PlainFormat @RequestParam(required = false) @Nullable String format,
			@RequestHeader(name = "Accept", required = false) @Nullable String accept, HttpServletResponse response)
			throws IOException {
		FeatureAnswer answer = new FeatureAnswer(WantedFormat.plain(format, accept), response);
		MultipartFile table = Parameters.file(file);
		FoundModel found = this.shelf.find(new ModelRequest(jobId, model));
		try (InputStream csv = table.getInputStream();
				Upload upload = UploadedTable.receive(csv, table.getOriginalFilename(), this.shelf.load(found.card()),
						this.datasets)) {
			answer(found, UploadedTable.of(upload, this.datasets), answer);
		}
	}

	@Operation(summary = "Compute the features of rows")
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	void rows(@RequestBody RowsRequest request, @PlainFormat @RequestParam(required = false) @Nullable String format,
			@RequestHeader(name = "Accept", required = false) @Nullable String accept, HttpServletResponse response)
			throws IOException {
		FeatureAnswer answer = new FeatureAnswer(WantedFormat.plain(format, accept), response);
		FoundModel found = this.shelf.find(new ModelRequest(request.jobId(), request.model()));
		answer(found, this.rows.of(request, found.card()).rows(), answer);
	}

	private void answer(FoundModel found, RowSource source, FeatureAnswer answer) throws IOException {
		answer.write(new FeatureMatrix(found.card(), this.shelf.load(found.card()), source, found.notes(),
				CallerPresence.current()), this.json);
	}

}
