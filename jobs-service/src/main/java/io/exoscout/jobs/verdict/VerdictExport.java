package io.exoscout.jobs.verdict;

import java.io.IOException;
import java.util.List;

import io.exoscout.archive.Mission;
import io.exoscout.problem.ProblemException;
import io.exoscout.web.AnswerFormat;
import io.exoscout.web.NextPage;
import io.exoscout.web.Parameters;
import io.exoscout.web.WantedFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people made of objects, to be taken along. */
@RestController
@RequestMapping(VerdictController.OBJECTS + "/verdicts")
@Tag(name = "Jobs")
record VerdictExport(OwnVerdicts verdicts, JsonMapper json) {

	private static final int PAGE = 50;

	/** So many are in memory at once while all are written. */
	private static final int READ_TOGETHER = 200;

	@Operation(operationId = "listVerdicts", summary = "List what people made of objects, by mission and name",
			description = "As JSON a page, a bare array; the next one is in the Link header. As CSV and NDJSON all that match, unless "
					+ "`limit` asks for a page.")
	@ApiResponse(responseCode = "200", description = "Verdicts, notes and tags",
			headers = @Header(name = "Link", description = "The next page, if there is one: <…>; rel=\"next\"",
					schema = @Schema(type = "string")),
			content = {
					@Content(mediaType = "application/json",
							array = @ArraySchema(schema = @Schema(implementation = OwnVerdict.class))),
					@Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = OwnVerdict.class)),
					@Content(mediaType = "text/csv", schema = @Schema(type = "string")) })
	@GetMapping
	void list(@Parameter(description = "only of this mission's objects",
			schema = @Schema(implementation = Mission.class)) @RequestParam(required = false) @Nullable String mission,
			@Parameter(
					description = "only that of this object, however it is written; nothing, if nobody said anything of it",
					example = "K00752.01") @RequestParam(required = false) @Nullable String name,
			@Parameter(description = "only those with this tag") @RequestParam(required = false) @Nullable String tag,
			@Parameter(description = "how many at most, 1 to 200; of JSON 50 if nothing is said",
					schema = @Schema(type = "integer", minimum = "1", maximum = "200")) @RequestParam(
							required = false) @Nullable Integer limit,
			@Parameter(description = "from the Link header of a page") @RequestParam(
					required = false) @Nullable String cursor,
			@Parameter(description = "json, ndjson or csv; wins over Accept, and all but json come as a file",
					schema = @Schema(allowableValues = { "json", "ndjson", "csv" })) @RequestParam(
							required = false) @Nullable String format,
			@RequestHeader(name = "Accept", required = false) @Nullable String accept, HttpServletResponse response)
			throws IOException {
		WantedFormat wanted = WantedFormat.plain(format, accept);
		Wanted which = new Wanted((mission != null) ? NamedObject.mission(mission) : null,
				(name != null) ? NamedObject.of(name, mission) : null, tag, checked(cursor));
		if (wanted.format() == AnswerFormat.JSON || limit != null) {
			page(which, Parameters.limit((limit != null) ? limit : PAGE), wanted, response);
		}
		else {
			wanted.announce(response, "verdicts");
			VerdictLines lines = VerdictLines.of(wanted.format(), response.getOutputStream(), this.json);
			all(which, lines);
			lines.finish();
		}
	}

	private void page(Wanted which, int limit, WantedFormat wanted, HttpServletResponse response) throws IOException {
		// one more than asked for tells whether there is a next page
		List<OwnVerdict> found = which.of(this.verdicts, limit + 1);
		List<OwnVerdict> shown = found.subList(0, Math.min(limit, found.size()));
		if (found.size() > limit) {
			response.setHeader(HttpHeaders.LINK, NextPage.link(shown.get(limit - 1).key()));
		}
		wanted.announce(response, "verdicts");
		if (wanted.format() == AnswerFormat.JSON) {
			this.json.writeValue(response.getOutputStream(), shown);
			return;
		}
		VerdictLines lines = VerdictLines.of(wanted.format(), response.getOutputStream(), this.json);
		lines.write(shown);
		lines.finish();
	}

	private void all(Wanted which, VerdictLines lines) throws IOException {
		List<OwnVerdict> some = which.of(this.verdicts, READ_TOGETHER);
		while (!some.isEmpty()) {
			lines.write(some);
			Wanted rest = new Wanted(which.mission(), which.object(), which.tag(), some.get(some.size() - 1).key());
			some = (some.size() < READ_TOGETHER) ? List.of() : rest.of(this.verdicts, READ_TOGETHER);
		}
	}

	private static @Nullable String checked(@Nullable String cursor) {
		if (cursor != null && cursor.indexOf(' ') < 0) {
			throw ProblemException.invalidParameter("cursor",
					"cursor is none that a Link header of this address gave out");
		}
		return cursor;
	}

	/**
	 * Which ones.
	 *
	 * @param mission only of its objects
	 * @param object only of this one
	 * @param tag only those with this tag
	 * @param after only those behind this key
	 */
	private record Wanted(@Nullable Mission mission, @Nullable NamedObject object, @Nullable String tag,
			@Nullable String after) {

		List<OwnVerdict> of(OwnVerdicts verdicts, int limit) {
			if (this.object == null) {
				return verdicts.list(this.mission, this.tag, this.after, limit);
			}
			return verdicts.find(this.object)
				.filter((own) -> this.tag == null || own.tags().contains(this.tag))
				.filter((own) -> this.after == null || own.key().compareTo(this.after) > 0)
				.stream()
				.toList();
		}

	}

}
