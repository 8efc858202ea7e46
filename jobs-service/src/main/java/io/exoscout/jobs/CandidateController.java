package io.exoscout.jobs;

import java.io.IOException;

import io.exoscout.problem.ProblemException;
import io.exoscout.web.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The ranked candidates of a job over HTTP. */
@RestController
@RequestMapping("/exo-scout-jobs-api/jobs/{id}/candidates")
@Tag(name = "Jobs")
class CandidateController {

	private static final String CSV = "text/csv;charset=UTF-8";

	private static final int MAX_LIMIT = 10_000;

	/** Only a job that was deleted in between makes asking again worthwhile. */
	private static final CacheControl UNCHANGING = CacheControl.noCache().cachePrivate();

	private final CandidateLists lists;

	CandidateController(CandidateLists lists) {
		this.lists = lists;
	}

	@Operation(summary = "Get the ranked candidates of a completed job", description = """
			The undecided objects of the training table, likeliest planets first, with reasons. \
			Accept: application/json (100 at a time unless limit says otherwise, the next page is in the Link \
			header) or text/csv (all of them unless limit says otherwise).""")
	@ApiResponse(responseCode = "200", description = "The candidates",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = CandidatePage.class)))
	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<CandidatePage> page(@PathVariable String id,
			@Parameter(description = "1 to 10,000") @RequestParam(defaultValue = "100") int limit,
			@Parameter(description = "the rank to go on after") @RequestParam(defaultValue = "0") int cursor)
			throws IOException {
		CandidateList list = this.lists.of(id);
		int after = checked(cursor);
		CandidatePage page = list.page(after, Parameters.limit(limit, MAX_LIMIT));
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
			.eTag(list.tag(MediaType.APPLICATION_JSON_VALUE))
			.cacheControl(UNCHANGING)
			.varyBy(HttpHeaders.ACCEPT);
		String next = list.next(after, limit);
		if (next != null) {
			answer.header(HttpHeaders.LINK, NextPage.link(next));
		}
		return answer.body(page);
	}

	@ApiResponse(responseCode = "200", description = "The candidates",
			content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
	@GetMapping(produces = "text/csv")
	void csv(@PathVariable String id, @RequestParam(required = false) @Nullable Integer limit,
			@RequestParam(defaultValue = "0") int cursor, WebRequest request, HttpServletResponse response)
			throws IOException {
		CandidateList list = this.lists.of(id);
		int after = checked(cursor);
		int shown = (limit != null) ? Parameters.limit(limit, MAX_LIMIT) : list.size();
		response.setHeader(HttpHeaders.CACHE_CONTROL, UNCHANGING.getHeaderValue());
		response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
		if (request.checkNotModified(list.tag(CSV))) {
			return;
		}
		String next = list.next(after, shown);
		if (next != null) {
			response.setHeader(HttpHeaders.LINK, NextPage.link(next));
		}
		response.setContentType(CSV);
		CandidateCsv csv = new CandidateCsv(response.getOutputStream());
		list.each(after, shown, csv::write);
		csv.finish();
	}

	private static int checked(int cursor) {
		if (cursor < 0) {
			throw ProblemException.invalidParameter("cursor",
					"'%d' is no cursor; take it from the Link header of a page".formatted(cursor));
		}
		return cursor;
	}

}
