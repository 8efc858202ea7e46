package io.exoscout.searcher;

import java.io.IOException;
import java.net.URI;

import io.exoscout.body.Spool;
import io.exoscout.problem.ProblemException;
import io.exoscout.searcher.batch.AcceptedBatch;
import io.exoscout.searcher.zip.SentFiles;
import io.exoscout.transit.CurveSearch;
import io.exoscout.work.JobAnswer;
import io.exoscout.work.KnownJob;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import java.util.List;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Light curves. */
@RestController
@RequestMapping(path = CurveController.CURVES, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Light curves", description = "Upload a light curve, get the transits in it")
record CurveController(CurveIntake intake, BatchIntake batches, Spool spool, CurveRequestReader requests) {

	static final String CURVES = "/exo-scout-lightcurves";

	@Operation(operationId = "searchLightCurve", summary = "Search a light curve for transits",
			description = "Several files of one star are joined. The same points searched in the same way are the same "
					+ "job, however they were packed or split. ZIP archives may hold files of many stars: each is a job, and "
					+ "all of them a batch.")
	@ApiResponse(responseCode = "202", description = "Accepted",
			headers = @Header(name = "Location", description = "Where the job can be followed",
					schema = @Schema(type = "string")),
			content = @Content(schema = @Schema(oneOf = { AcceptedSearch.class, AcceptedBatch.class })))
	@ApiResponse(responseCode = "200", description = "Known already",
			content = @Content(schema = @Schema(oneOf = { KnownJob.class, AcceptedBatch.class })))
	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	ResponseEntity<Object> search(@RequestParam(name = "file", required = false) MultipartFile @Nullable [] file,
			@RequestParam(name = "params", required = false) @Nullable String params) throws IOException {
		List<SentCurve> sent = SentCurve.of(file);
		CurveSearch search = this.requests.read(params);
		if (SentFiles.areArchives(sent)) {
			return many(sent, search);
		}
		return JobAnswer.of(this.intake.accept(sent, search), List.of(), AcceptedSearch::of);
	}

	private ResponseEntity<Object> many(List<SentCurve> sent, CurveSearch search) throws IOException {
		try (SentFiles files = SentFiles.of(sent, this.spool)) {
			AcceptedBatch batch = this.batches.accept(files.files(), search, files.unpacking());
			URI location = URI.create(BatchController.BATCHES + "/" + batch.batchId());
			return ((batch.queued() > 0) ? ResponseEntity.accepted() : ResponseEntity.ok()).location(location)
				.body(batch);
		}
	}

	@Operation(operationId = "inspectLightCurve", summary = "Say what would be understood of a light curve",
			description = "Nothing is stored. known_job is the job that the same upload would be answered with.")
	@PostMapping(path = "/inspect", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	InspectedCurve inspect(@RequestParam(name = "file", required = false) MultipartFile @Nullable [] file,
			@RequestParam(name = "params", required = false) @Nullable String params) throws IOException {
		List<SentCurve> sent = SentCurve.of(file);
		if (SentFiles.areArchives(sent)) {
			throw ProblemException.invalidParameter("file",
					"A ZIP archive can not be inspected. Send the files of one star, or the archive to %s, which lists what it can not read."
						.formatted(CURVES));
		}
		return this.intake.inspect(sent, this.requests.read(params));
	}

}
