package io.exoscout.orchestrator;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import io.exoscout.work.JobAnswer;
import io.exoscout.job.Jobs.Submission;
import io.exoscout.work.KnownJob;
import io.exoscout.problem.ProblemException;
import io.exoscout.web.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Uploads. */
@RestController
@RequestMapping(path = "/exo-scout-orchestrator", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Orchestrator", description = "Upload a table, get a training job")
record UploadController(Intake intake, TrainingRequestReader requests, ModelNames names, UploadMeters meters) {

	@Operation(operationId = "uploadTable", summary = "Train a model on a table",
			description = "The same table with the same options is the same job, however often it is uploaded.")
	@ApiResponse(responseCode = "202", description = "Accepted",
			headers = @Header(name = "Location", description = "Where the job can be followed",
					schema = @Schema(type = "string")),
			content = @Content(schema = @Schema(implementation = AcceptedJob.class)))
	@ApiResponse(responseCode = "200", description = "Known already",
			content = @Content(schema = @Schema(implementation = KnownJob.class)))
	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	ResponseEntity<Object> upload(@RequestParam(name = "file", required = false) @Nullable MultipartFile file,
			@RequestParam(name = "params", required = false) @Nullable String params) throws IOException {
		TrainingRequest request;
		Submission submission;
		try {
			request = this.requests.read(params);
			submission = submit(file, request);
		}
		catch (ProblemException ex) {
			this.meters.refused(ex);
			throw ex;
		}
		this.meters.submitted(submission);
		List<String> notes = this.names.notes(submission, request);
		return JobAnswer.of(submission, notes, (job) -> AcceptedJob.of(job, notes));
	}

	private Submission submit(@Nullable MultipartFile file, TrainingRequest request) throws IOException {
		MultipartFile table = Parameters.file(file);
		try (InputStream csv = table.getInputStream()) {
			return this.intake.accept(csv, table.getOriginalFilename(), request);
		}
	}

	@Operation(operationId = "inspectTable", summary = "Say what would be understood of a table",
			description = "Nothing is stored. known_job is the job that the same upload would be answered with.")
	@PostMapping(path = "/inspect", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	InspectedTable inspect(@RequestParam(name = "file", required = false) @Nullable MultipartFile file,
			@RequestParam(name = "params", required = false) @Nullable String params,
			@Parameter(in = ParameterIn.QUERY,
					description = "whether to add how the values of each column are distributed: quantiles, and a "
							+ "histogram by label") @RequestParam(defaultValue = "false") boolean profile)
			throws IOException {
		TrainingRequest request = this.requests.read(params);
		MultipartFile table = Parameters.file(file);
		try (InputStream csv = table.getInputStream()) {
			return this.intake.inspect(csv, table.getOriginalFilename(), request, profile);
		}
	}

}
