package io.exoscout.jobs.listing;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.exoscout.job.Job;
import io.exoscout.job.JobQuery;
import io.exoscout.job.JobState;
import io.swagger.v3.oas.annotations.Operation;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Jobs over HTTP. */
@RestController
@RequestMapping(path = "/exo-scout-jobs-api/jobs", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Jobs", description = "Follow, cancel, retry and delete jobs")
public record JobController(JobActions desk, JobPages pages, TaggedDocument documents) {

	@Operation(summary = "List jobs, newest first",
			description = "A bare array without the curves of the results; the next page is in the Link header.")
	@GetMapping
	ResponseEntity<List<Job>> list(@RequestParam(required = false) @Nullable String type,
			@RequestParam(required = false) @Nullable String status,
			@RequestParam(required = false) @Nullable String mission,
			@RequestParam(required = false) @Nullable String algorithm,
			@RequestParam(name = "model_name", required = false) @Nullable String modelName,
			@RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
		JobQuery query = this.pages.query(type, status, mission, algorithm, modelName, limit, cursor);
		JobPages.Page page = this.pages.page(query);
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
		if (page.next() != null) {
			answer.header(HttpHeaders.LINK, NextPage.link(page.next()));
		}
		return answer.body(page.jobs());
	}

	@Operation(summary = "Get a job", description = "Answers 304 to If-None-Match while nothing has changed.")
	@ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Job.class)))
	@GetMapping("/{id}")
	ResponseEntity<byte[]> get(@PathVariable String id) {
		byte[] document = this.documents.write(this.desk.get(id));
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.eTag(this.documents.tag(document))
			.body(document);
	}

	@Operation(summary = "Cancel a job", description = "A queued job at once (200), a running one within 2 s (202).")
	@PostMapping("/{id}/cancel")
	ResponseEntity<Job> cancel(@PathVariable String id) {
		Job job = this.desk.cancel(id);
		return (job.status() == JobState.RUNNING) ? ResponseEntity.accepted().body(job) : ResponseEntity.ok(job);
	}

	@Operation(summary = "Queue a failed or cancelled job again")
	@PostMapping("/{id}/retry")
	ResponseEntity<Job> retry(@PathVariable String id) {
		Job job = this.desk.retry(id);
		return ResponseEntity.accepted().location(URI.create("/exo-scout-jobs-api/jobs/" + job.jobId())).body(job);
	}

	@Operation(summary = "Delete a job and everything stored for it")
	@DeleteMapping("/{id}")
	Map<String, String> delete(@PathVariable String id) {
		this.desk.delete(id);
		return Map.of("status", "deleted", "job_id", id);
	}

}
