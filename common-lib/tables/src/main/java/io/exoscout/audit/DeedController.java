package io.exoscout.audit;

import java.io.IOException;
import java.util.List;

import io.exoscout.web.CsvColumn;
import io.exoscout.web.FormatParameter;
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

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who changed what, over HTTP. */
@RestController
@Tag(name = "Audit", description = "Who changed what")
public final class DeedController {

	private static final List<CsvColumn<DeedRecord>> COLUMNS = List.of(
			new CsvColumn<>("time", (record) -> record.time().toString()),
			new CsvColumn<>("caller", DeedRecord::caller), new CsvColumn<>("role", DeedRecord::role),
			new CsvColumn<>("address", DeedRecord::address), new CsvColumn<>("method", DeedRecord::method),
			new CsvColumn<>("path", DeedRecord::path), new CsvColumn<>("route", DeedRecord::route),
			new CsvColumn<>("target", DeedRecord::target), new CsvColumn<>("status", DeedRecord::status),
			new CsvColumn<>("code", DeedRecord::code), new CsvColumn<>("id", DeedRecord::id));

	private final DeedRecords records;

	private final RecordAnswer<DeedRecord> answer;

	DeedController(DeedRecords records, JsonMapper json) {
		this.records = records;
		this.answer = new RecordAnswer<>("deeds", COLUMNS, DeedRecord::id, json);
	}

	@Operation(operationId = "listDeeds", summary = "List who changed what, newest first",
			description = "Each request that changes something leaves a record, whatever comes of it, and each that was "
					+ "refused for want of a right. As JSON a page, a bare array; the next one is in the Link header. As CSV "
					+ "and NDJSON all that match, unless `limit` asks for a page.")
	@ApiResponse(responseCode = "200", description = "The records",
			headers = @Header(name = "Link", description = "The next page, if there is one: <…>; rel=\"next\"",
					schema = @Schema(type = "string")),
			content = {
					@Content(mediaType = "application/json",
							array = @ArraySchema(schema = @Schema(implementation = DeedRecord.class))),
					@Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = DeedRecord.class)),
					@Content(mediaType = "text/csv", schema = @Schema(type = "string")) })
	@GetMapping("/exo-scout-jobs-api/audit")
	void list(
			@Parameter(description = "only of this time and later, like 2026-01-31T12:00:00Z") @RequestParam(
					required = false) @Nullable String from,
			@Parameter(description = "only before this time") @RequestParam(required = false) @Nullable String to,
			@Parameter(description = "only of this caller") @RequestParam(required = false) @Nullable String caller,
			@Parameter(description = "only of this method, like DELETE") @RequestParam(
					required = false) @Nullable String method,
			@Parameter(description = "only with this status, like 403") @RequestParam(
					required = false) @Nullable Integer status,
			@Parameter(description = "how many at most, 1 to 200; of JSON 50 if nothing is said",
					schema = @Schema(type = "integer", minimum = "1", maximum = "200")) @RequestParam(
							required = false) @Nullable Integer limit,
			@Parameter(description = "from the Link header of a page") @RequestParam(
					required = false) @Nullable String cursor,
			@FormatParameter @RequestParam(required = false) @Nullable String format,
			@RequestHeader(name = "Accept", required = false) @Nullable String accept, HttpServletResponse response)
			throws IOException {
		DeedQuery query = DeedQuery.of(from, to, caller, method, status, cursor);
		this.answer.write(WantedFormat.of(format, accept), limit,
				(last, size) -> this.records.find((last != null) ? query.after(last) : query, size), response);
	}

}
