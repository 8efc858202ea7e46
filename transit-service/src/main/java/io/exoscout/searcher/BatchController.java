package io.exoscout.searcher;

import java.io.IOException;
import java.util.List;

import io.exoscout.caller.Caller;
import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.job.Jobs;
import io.exoscout.problem.Quoted;
import io.exoscout.searcher.batch.BatchRow;
import io.exoscout.searcher.batch.BatchStanding;
import io.exoscout.searcher.batch.BatchTable;
import io.exoscout.searcher.batch.CurveBatch;
import io.exoscout.searcher.batch.CurveBatches;
import io.exoscout.web.FormatParameter;
import io.exoscout.web.WantedFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Light curves of many stars that were sent together. */
@RestController
@RequestMapping(BatchController.BATCHES + "/{id}")
@Tag(name = "Light curves")
record BatchController(CurveBatches batches, Jobs jobs, BatchTable table) {

	static final String BATCHES = CurveController.CURVES + "/batches";

	/** How many stars have no outcome, be it yet or for good. */
	static final String MISSING = "X-Missing-Targets";

	/**
	 * All signals there are by now.
	 *
	 * @param batchId the batch
	 * @param targets how many stars it has
	 * @param missing how many have no outcome, be it yet or for good
	 * @param ended whether no more outcomes are to be expected
	 * @param signals by star and number
	 */
	record BatchSignals(String batchId, int targets, int missing, boolean ended, List<BatchRow> signals) {
	}

	@Operation(operationId = "getCurveBatch", summary = "See how far a batch of light curves is")
	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	BatchStanding get(@Parameter(description = "of the batch") @PathVariable String id,
			@Parameter(description = "whether to name all stars with their jobs and files") @RequestParam(
					defaultValue = "false") boolean targets) {
		return BatchStanding.of(this.batches.get(id), this.jobs, targets);
	}

	@Operation(operationId = "getBatchSignals", summary = "Get the signals of all light curves of a batch as one table",
			description = "One row for each signal, by star and number, of what is done by now: X-Missing-Targets says of "
					+ "how many stars there is nothing. Columns as of a single search, behind those of star, job and files.")
	@ApiResponse(responseCode = "200", description = "The signals",
			headers = @Header(name = MISSING, description = "How many stars have no outcome, be it yet or for good",
					schema = @Schema(type = "integer")),
			content = { @Content(mediaType = "application/json", schema = @Schema(implementation = BatchSignals.class)),
					@Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = BatchRow.class)),
					@Content(mediaType = "text/csv", schema = @Schema(type = "string")),
					@Content(mediaType = "application/x-votable+xml", schema = @Schema(type = "string")),
					@Content(mediaType = "application/fits", schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "text/x-ecsv", schema = @Schema(type = "string")),
					@Content(mediaType = "text/x-ipac-table", schema = @Schema(type = "string")) })
	@GetMapping("/result")
	void result(@Parameter(description = "of the batch") @PathVariable String id,
			@FormatParameter @RequestParam(required = false) @Nullable String format,
			@RequestHeader(name = "Accept", required = false) @Nullable String accept, HttpServletResponse response)
			throws IOException {
		WantedFormat wanted = WantedFormat.of(format, accept);
		CurveBatch batch = this.batches.get(id);
		BatchTable.Outcomes outcomes = this.table.outcomes(batch);
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
		response.setIntHeader(MISSING, outcomes.missing(batch));
		wanted.announce(response, "signals");
		this.table.write(batch, outcomes, wanted.format(), response.getOutputStream());
	}

	@Operation(operationId = "cancelCurveBatch", summary = "Cancel all searches of a batch that have not ended",
			description = "Queued ones at once, running ones within 2 s; those that are somebody else's go on.")
	@PostMapping(path = "/cancel", produces = MediaType.APPLICATION_JSON_VALUE)
	BatchStanding cancel(@Parameter(description = "of the batch") @PathVariable String id) {
		CurveBatch batch = this.batches.get(id);
		Caller.current().requireMayChange(batch.owner(), "Batch '" + Quoted.shortened(id) + "'");
		List<String> ids = batch.targets().stream().map(CurveBatch.SentTarget::jobId).toList();
		// those that wait first, so that none of them begins meanwhile
		for (JobState state : List.of(JobState.QUEUED, JobState.RUNNING)) {
			this.jobs.all(this.jobs.inState(ids, state))
				.stream()
				.filter((job) -> Caller.current().mayChange(job.owner()))
				.map(Job::jobId)
				.forEach(this.jobs::cancel);
		}
		return BatchStanding.of(batch, this.jobs, false);
	}

}
