package io.exoscout.jobs.listing;

import java.net.URI;
import java.util.List;

import io.exoscout.archive.Mission;
import io.exoscout.job.Job;
import io.exoscout.job.JobQuery;
import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.model.Algorithm;
import io.exoscout.web.NextPage;
import io.exoscout.work.JobAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Jobs over HTTP. */
@RestController
@RequestMapping(path = JobAnswer.JOBS, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Jobs", description = "Follow, cancel, retry and delete jobs")
public record JobController(JobActions actions, JobPages pages, JobSummaries summaries, TaggedDocument documents) {

	@Operation(operationId = "listJobs", summary = "List jobs, newest first",
			description = "A bare array of summaries, which leave out what is long; the next page is in the Link header.")
	@ApiResponse(responseCode = "200", description = "A page",
			headers = @Header(name = "Link", description = "The next page, if there is one: <…>; rel=\"next\"",
					schema = @Schema(type = "string")),
			content = @Content(array = @ArraySchema(schema = @Schema(ref = JobSummaryDocs.SCHEMA))))
	@GetMapping
	ResponseEntity<List<JobSummary>> list(@Parameter(description = "what the jobs do",
			schema = @Schema(implementation = JobType.class)) @RequestParam(required = false) @Nullable String type,
			@Parameter(description = "where they stand",
					schema = @Schema(implementation = JobState.class)) @RequestParam(
							required = false) @Nullable String status,
			@Parameter(description = "whose tables they read",
					schema = @Schema(implementation = Mission.class)) @RequestParam(
							required = false) @Nullable String mission,
			@Parameter(description = "what they learn by",
					schema = @Schema(implementation = Algorithm.class)) @RequestParam(
							required = false) @Nullable String algorithm,
			@Parameter(description = "the label of their model") @RequestParam(name = "model_name",
					required = false) @Nullable String modelName,
			@Parameter(description = "the caller whose they are") @RequestParam(
					required = false) @Nullable String owner,
			@Parameter(description = "how many at most, 1 to 200",
					schema = @Schema(type = "integer", minimum = "1", maximum = "200",
							defaultValue = "50")) @RequestParam(defaultValue = "50") int limit,
			@Parameter(description = "from the Link header of a page") @RequestParam(
					required = false) @Nullable String cursor,
			@Parameter(
					description = "what to show of each job instead: names of parts of its document, or paths to parts within them, separated by commas. A part is shown with all that is within it, and `job_id` always.",
					example = "status,model_name,results.f1_score,report.used") @RequestParam(
							required = false) @Nullable String fields) {
		ShownParts parts = this.summaries.parts(fields);
		JobQuery query = this.pages.query(type, status, mission, algorithm, modelName, owner, limit, cursor);
		JobPages.Page page = this.pages.page(query);
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
		if (page.next() != null) {
			answer.header(HttpHeaders.LINK, NextPage.link(page.next()));
		}
		return answer.body(this.summaries.of(page.jobs(), parts));
	}

	@Operation(operationId = "getJob", summary = "Get a job",
			description = "Answers 304 to If-None-Match while nothing has changed.")
	@ApiResponse(responseCode = "304", description = "Nothing has changed", content = @Content)
	@ApiResponse(responseCode = "200", description = "The job document",
			headers = @Header(name = "ETag", description = "Changes when the document does",
					schema = @Schema(type = "string")),
			content = @Content(schema = @Schema(implementation = Job.class)))
	@GetMapping("/{id}")
	ResponseEntity<byte[]> get(@Parameter(description = "of the job") @PathVariable String id) {
		return document(this.actions.get(id));
	}

	private ResponseEntity<byte[]> document(Job job) {
		byte[] document = this.documents.write(job.shown());
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.eTag(this.documents.tag(document))
			.body(document);
	}

	@Operation(operationId = "cancelJob", summary = "Cancel a job",
			description = "A queued job at once (200), a running one within 2 s (202).")
	@ApiResponse(responseCode = "200", description = "It is cancelled",
			content = @Content(schema = @Schema(implementation = Job.class)))
	@ApiResponse(responseCode = "202", description = "It was asked to stop",
			content = @Content(schema = @Schema(implementation = Job.class)))
	@PostMapping("/{id}/cancel")
	ResponseEntity<Job> cancel(@Parameter(description = "of the job") @PathVariable String id) {
		Job job = this.actions.cancel(id);
		return (job.status() == JobState.RUNNING) ? ResponseEntity.accepted().body(job.shown())
				: ResponseEntity.ok(job.shown());
	}

	@Operation(operationId = "retryJob", summary = "Queue a failed or cancelled job again")
	@ApiResponse(responseCode = "202", description = "It is queued",
			headers = @Header(name = "Location", description = "Where the job can be followed",
					schema = @Schema(type = "string")),
			content = @Content(schema = @Schema(implementation = Job.class)))
	@PostMapping("/{id}/retry")
	ResponseEntity<Job> retry(@Parameter(description = "of the job") @PathVariable String id) {
		Job job = this.actions.retry(id);
		return ResponseEntity.accepted().location(URI.create(JobAnswer.JOBS + "/" + job.jobId())).body(job.shown());
	}

	@Operation(operationId = "keepJob", summary = "Have a job stay, however old it is",
			description = "With its table, its model and its results. For installations that remove old jobs: exoscout.retention.")
	@ApiResponse(responseCode = "200", description = "It stays",
			content = @Content(schema = @Schema(implementation = Job.class)))
	@PutMapping("/{id}/kept")
	ResponseEntity<byte[]> keep(@Parameter(description = "of the job") @PathVariable String id) {
		return document(this.actions.keep(id, true));
	}

	@Operation(operationId = "unkeepJob", summary = "Let a job go when it is old enough")
	@ApiResponse(responseCode = "200", description = "It goes when it is due",
			content = @Content(schema = @Schema(implementation = Job.class)))
	@DeleteMapping("/{id}/kept")
	ResponseEntity<byte[]> unkeep(@Parameter(description = "of the job") @PathVariable String id) {
		return document(this.actions.keep(id, false));
	}

	@Operation(operationId = "deleteJob", summary = "Delete a job and everything stored for it",
			description = "Refused (409) while an alias points at its model.")
	@DeleteMapping("/{id}")
	DeletedJob delete(@Parameter(description = "of the job") @PathVariable String id) {
		this.actions.delete(id);
		return new DeletedJob(id, "deleted");
	}

	/**
	 * The answer to a delete.
	 *
	 * @param jobId which one
	 * @param status {@code deleted}
	 */
	record DeletedJob(String jobId, @Schema(allowableValues = "deleted") String status) {
	}

}
