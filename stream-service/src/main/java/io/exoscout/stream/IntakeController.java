package io.exoscout.stream;

import io.exoscout.stream.definition.KnownStream;
import io.exoscout.stream.intake.IntakeAnswer;
import io.exoscout.stream.intake.StreamIntake;
import io.exoscout.stream.sent.EntryBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes events and labels, and files of them. */
@Tag(name = "Streams")
@RestController
@RequestMapping(path = StreamPaths.STREAM, produces = MediaType.APPLICATION_JSON_VALUE)
record IntakeController(StreamDesk desk, StreamIntake intake, Replays replays) {

	private static final String KEY = "Idempotency-Key";

	@Operation(operationId = "sendEvents", summary = "Send events",
			description = "Lines of JSON, a JSON array of objects, or CSV, up to 10 MB (CSV: 64 MB), plain or packed with gzip. "
					+ "What is accepted is kept when this answers. An event whose id is there already, and the same request "
					+ "under the same `Idempotency-Key`, count once; an id that is there with other values is rejected.")
	@ApiResponse(responseCode = "202", description = "Kept, and learned from soon")
	@PostMapping(path = "/events", consumes = { EntryBody.LINES, MediaType.APPLICATION_JSON_VALUE, EntryBody.CSV })
	@ResponseStatus(HttpStatus.ACCEPTED)
	IntakeAnswer events(@Parameter(description = "of the stream") @PathVariable String id, @Parameter(
			description = "what you call this request: sent again under the same name it changes nothing") @RequestHeader(
					name = KEY, required = false) @Nullable String key,
			@Parameter(hidden = true) HttpServletRequest request) {
		KnownStream stream = this.desk.mine(id);
		return this.intake.events(stream, key,
				(entries) -> EntryBody.read(request, stream.definition().columns(), entries));
	}

	@Operation(operationId = "sendLabels", summary = "Send labels of earlier events",
			description = "Objects or rows with `id` (of several columns: their values with | between), `label`, and `time`, "
					+ "when it became known. The prediction that was made then is judged, and learned from.")
	@ApiResponse(responseCode = "202", description = "Kept, and learned from soon")
	@PostMapping(path = "/labels", consumes = { EntryBody.LINES, MediaType.APPLICATION_JSON_VALUE, EntryBody.CSV })
	@ResponseStatus(HttpStatus.ACCEPTED)
	IntakeAnswer labels(@Parameter(description = "of the stream") @PathVariable String id, @Parameter(
			description = "what you call this request: sent again under the same name it changes nothing") @RequestHeader(
					name = KEY, required = false) @Nullable String key,
			@Parameter(hidden = true) HttpServletRequest request) {
		KnownStream stream = this.desk.mine(id);
		return this.intake.labels(stream, key, (entries) -> EntryBody.read(request, StreamIntake.LABEL, entries));
	}

	@Operation(operationId = "replayFile", summary = "Replay a file of events",
			description = "As events are sent. With `speed` they are given to the stream as they happened, that many times as "
					+ "fast (86400: a day in a second), and this answers at once; one replay at a time. A file that goes back "
					+ "in time by more than the allowed lateness is refused, unless `sort` is true.")
	@ApiResponse(responseCode = "202", description = "Kept, or, with `speed`, begun")
	@PostMapping(path = "/replay", consumes = { EntryBody.LINES, MediaType.APPLICATION_JSON_VALUE, EntryBody.CSV })
	@ResponseStatus(HttpStatus.ACCEPTED)
	ReplayAnswer replay(@Parameter(description = "of the stream") @PathVariable String id,
			@Parameter(
					description = "how many times as fast as it happened; left out, as fast as it goes") @RequestParam(
							required = false) @Nullable Double speed,
			@Parameter(description = "whether to sort the events by time first") @RequestParam(
					defaultValue = "false") boolean sort,
			@Parameter(hidden = true) HttpServletRequest request) {
		KnownStream stream = this.desk.mine(id);
		return this.replays.begin(stream, speed, sort,
				(entries) -> EntryBody.read(request, stream.definition().columns(), entries));
	}

}
