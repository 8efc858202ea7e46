package io.exoscout.jobs.result;

import java.io.IOException;

import io.exoscout.candidate.Candidate;
import io.exoscout.jobs.result.CandidateParameters.Cursor;
import io.exoscout.jobs.result.CandidateParameters.Fields;
import io.exoscout.jobs.result.CandidateParameters.Limit;
import io.exoscout.jobs.result.CandidateParameters.MinProbability;
import io.exoscout.jobs.result.CandidateParameters.Name;
import io.exoscout.jobs.result.CandidateParameters.Sort;
import io.exoscout.jobs.verdict.MissionVerdicts;
import io.exoscout.jobs.verdict.OwnVerdicts;
import io.exoscout.web.NextPage;
import io.exoscout.problem.ProblemException;
import io.exoscout.web.AnswerFormat;
import io.exoscout.web.FormatParameter;
import io.exoscout.web.HeaderList;
import io.exoscout.web.Parameters;
import io.exoscout.web.WantedFormat;
import io.exoscout.work.JobAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The ranked objects of a job over HTTP. */
@RestController
@RequestMapping(JobAnswer.JOBS + "/{id}")
@Tag(name = "Jobs")
public record CandidateController(CandidateLists lists, OwnVerdicts verdicts, JsonMapper json) {

	/** JSON comes page by page; in the other forms all of the list is sent. */
	private static final int PAGE = 100;

	private static final int MAX_LIMIT = 10_000;

	private static final String TOTAL = "X-Total-Count";

	/** Only a job that was deleted in between makes asking again worthwhile. */
	private static final CacheControl UNCHANGING = CacheControl.noCache().cachePrivate();

	@Operation(operationId = "listCandidates", summary = "Get the ranked candidates of a completed job",
			description = """
					The undecided objects of the training table, likeliest planets first, with reasons. \
					By `format`, or Accept: application/json (100 at a time unless limit says otherwise, the next page is in \
					the Link header), or any other of these forms (all of them unless limit says otherwise).""")
	@ApiResponse(responseCode = "304", description = "The caller has it already", content = @Content)
	@ApiResponse(responseCode = "200", description = "The candidates", headers = {
			@Header(name = "ETag", description = "Changes when the answer does", schema = @Schema(type = "string")),
			@Header(name = "Link", description = "The next page, if there is one: <…>; rel=\"next\"",
					schema = @Schema(type = "string")),
			@Header(name = "X-Total-Count", description = "How many there are with this name and probability",
					schema = @Schema(type = "integer")),
			@Header(name = "X-Notes",
					description = "What to know besides, percent-encoded, with \" | \" between the sentences",
					schema = @Schema(type = "string")) },
			content = {
					@Content(mediaType = "application/json", schema = @Schema(implementation = CandidatePage.class)),
					@Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = Candidate.class)),
					@Content(mediaType = "text/csv", schema = @Schema(type = "string")),
					@Content(mediaType = "application/x-votable+xml", schema = @Schema(type = "string")),
					@Content(mediaType = "application/fits", schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "text/x-ecsv", schema = @Schema(type = "string")),
					@Content(mediaType = "text/x-ipac-table", schema = @Schema(type = "string")) })
	@GetMapping("/candidates")
	void list(@Parameter(description = "of the job") @PathVariable String id,
			@Limit @RequestParam(required = false) @Nullable Integer limit,
			@Cursor @RequestParam(defaultValue = "0") int cursor,
			@Fields @RequestParam(required = false) @Nullable String fields,
			@Sort @RequestParam(required = false) @Nullable String sort,
			@Name @RequestParam(required = false) @Nullable String q,
			@MinProbability @RequestParam(name = "min_probability", required = false) @Nullable Double minProbability,
			@FormatParameter @RequestParam(required = false) @Nullable String format,
			@RequestHeader(name = "Accept", required = false) @Nullable String accept, WebRequest request,
			HttpServletResponse response) throws IOException {
		WantedFormat wanted = WantedFormat.of(format, accept);
		CandidateList list = this.lists.of(id);
		CandidateQuery query = CandidateQuery.of(columns(list), fields, sort, q, minProbability);
		answer(list, query, checked(cursor), limit, wanted, request, response);
	}

	@Operation(operationId = "listObjects", summary = "Get the decided objects of a completed job's table",
			description = """
					Each with what the model of its fold says, which was fitted without its star; those first that it calls \
					the opposite of what the archive decided. They are worth a second look, by either side. \
					Forms and pages are those of the candidates.""")
	@ApiResponse(responseCode = "304", description = "The caller has it already", content = @Content)
	@ApiResponse(responseCode = "200", description = "The objects", headers = {
			@Header(name = "ETag", description = "Changes when the answer does", schema = @Schema(type = "string")),
			@Header(name = "Link", description = "The next page, if there is one: <…>; rel=\"next\"",
					schema = @Schema(type = "string")),
			@Header(name = "X-Total-Count", description = "How many there are with this name and probability",
					schema = @Schema(type = "integer")) },
			content = { @Content(mediaType = "application/json", schema = @Schema(implementation = DecidedPage.class)),
					@Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = Candidate.class)),
					@Content(mediaType = "text/csv", schema = @Schema(type = "string")),
					@Content(mediaType = "application/x-votable+xml", schema = @Schema(type = "string")),
					@Content(mediaType = "application/fits", schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "text/x-ecsv", schema = @Schema(type = "string")),
					@Content(mediaType = "text/x-ipac-table", schema = @Schema(type = "string")) })
	@GetMapping("/objects")
	void objects(@Parameter(description = "of the job") @PathVariable String id,
			@Limit @RequestParam(required = false) @Nullable Integer limit,
			@Cursor @RequestParam(defaultValue = "0") int cursor,
			@Fields @RequestParam(required = false) @Nullable String fields,
			@Sort @RequestParam(required = false) @Nullable String sort,
			@Name @RequestParam(required = false) @Nullable String q,
			@MinProbability @RequestParam(name = "min_probability", required = false) @Nullable Double minProbability,
			@FormatParameter @RequestParam(required = false) @Nullable String format,
			@RequestHeader(name = "Accept", required = false) @Nullable String accept, WebRequest request,
			HttpServletResponse response) throws IOException {
		WantedFormat wanted = WantedFormat.of(format, accept);
		CandidateList list = this.lists.decided(id);
		CandidateQuery query = CandidateQuery.of(columns(list), fields, sort, q, minProbability);
		answer(list, query, checked(cursor), limit, wanted, request, response);
	}

	private CandidateColumns columns(CandidateList list) {
		return list.columns().with(new MissionVerdicts(this.verdicts, list.card().manifest().mission()));
	}

	private void answer(CandidateList list, CandidateQuery query, int after, @Nullable Integer limit,
			WantedFormat wanted, WebRequest request, HttpServletResponse response) throws IOException {
		int shown = (limit != null) ? Parameters.limit(limit, MAX_LIMIT)
				: (wanted.format() == AnswerFormat.JSON) ? PAGE : Integer.MAX_VALUE;
		response.setHeader(HttpHeaders.CACHE_CONTROL, UNCHANGING.getHeaderValue());
		response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
		// what people make of objects changes, the list does not
		if (query.own().isEmpty() && request.checkNotModified(list.tag(wanted.format().id()))) {
			return;
		}
		CandidateView view = CandidateView.of(list, query);
		response.setIntHeader(TOTAL, view.size());
		String next = view.next(after, shown);
		if (next != null) {
			response.setHeader(HttpHeaders.LINK, NextPage.link(next));
		}
		wanted.announce(response, list.title());
		HeaderList.set(response, HeaderList.NOTES, list.notes());
		CandidateAnswer.of(wanted.format()).write(view, after, shown, response.getOutputStream(), this.json);
	}

	private static int checked(int cursor) {
		if (cursor < 0) {
			throw ProblemException.invalidParameter("cursor",
					"'%d' is no cursor; take it from the Link header of a page".formatted(cursor));
		}
		return cursor;
	}

}
