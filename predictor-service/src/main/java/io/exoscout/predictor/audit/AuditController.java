package io.exoscout.predictor.audit;

import java.io.IOException;
import java.util.List;

import io.exoscout.audit.RecordAnswer;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Records of requests for predictions over HTTP. */
@RestController
@RequestMapping("/exo-scout-predictor/audit")
@Tag(name = "Predictor")
record AuditController(AuditRecords records, JsonMapper json) {

	private static final List<CsvColumn<AuditRecord>> COLUMNS = List.of(
			new CsvColumn<>("time", (record) -> record.time().toString()),
			new CsvColumn<>("caller", AuditRecord::caller), new CsvColumn<>("path", AuditRecord::path),
			new CsvColumn<>("model_id", AuditRecord::modelId),
			new CsvColumn<>("model_sha256", AuditRecord::modelSha256),
			new CsvColumn<>("table_sha256", AuditRecord::tableSha256), new CsvColumn<>("rows", AuditRecord::rows),
			new CsvColumn<>("outcome", AuditRecord::outcome), new CsvColumn<>("status", AuditRecord::status),
			new CsvColumn<>("code", AuditRecord::code), new CsvColumn<>("milliseconds", AuditRecord::milliseconds),
			new CsvColumn<>("id", AuditRecord::id), new CsvColumn<>("job_id", AuditRecord::jobId));

	@Operation(operationId = "listPredictionRequests", summary = "List requests for predictions, newest first",
			description = "As JSON a page, a bare array; the next one is in the Link header. As CSV and NDJSON all that "
					+ "match, unless `limit` asks for a page.")
	@ApiResponse(responseCode = "200", description = "The records",
			headers = @Header(name = "Link", description = "The next page, if there is one: <…>; rel=\"next\"",
					schema = @Schema(type = "string")),
			content = {
					@Content(mediaType = "application/json",
							array = @ArraySchema(schema = @Schema(implementation = AuditRecord.class))),
					@Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = AuditRecord.class)),
					@Content(mediaType = "text/csv", schema = @Schema(type = "string")) })
	@GetMapping
	void list(
			@Parameter(description = "only of this time and later, like 2026-01-31T12:00:00Z") @RequestParam(
					required = false) @Nullable String from,
			@Parameter(description = "only before this time") @RequestParam(required = false) @Nullable String to,
			@Parameter(description = "only of the model with this id") @RequestParam(
					required = false) @Nullable String model,
			@Parameter(description = "only of this caller") @RequestParam(required = false) @Nullable String caller,
			@Parameter(description = "only with this outcome",
					schema = @Schema(implementation = AuditOutcome.class)) @RequestParam(
							required = false) @Nullable String outcome,
			@Parameter(description = "how many at most, 1 to 200; of JSON 50 if nothing is said",
					schema = @Schema(type = "integer", minimum = "1", maximum = "200")) @RequestParam(
							required = false) @Nullable Integer limit,
			@Parameter(description = "from the Link header of a page") @RequestParam(
					required = false) @Nullable String cursor,
			@FormatParameter @RequestParam(required = false) @Nullable String format,
			@RequestHeader(name = "Accept", required = false) @Nullable String accept, HttpServletResponse response)
			throws IOException {
		AuditQuery query = AuditQuery.of(from, to, model, caller, outcome, cursor);
		new RecordAnswer<>("prediction-requests", COLUMNS, AuditRecord::id, this.json).write(
				WantedFormat.of(format, accept), limit,
				(last, size) -> this.records.find((last != null) ? query.after(last) : query, size), response);
	}

}
