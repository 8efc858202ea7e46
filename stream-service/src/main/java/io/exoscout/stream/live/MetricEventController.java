package io.exoscout.stream.live;

import io.exoscout.security.SocketCredentials;
import io.exoscout.stream.definition.Streams;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The metrics of a stream, as server-sent events. */
@Tag(name = "Streams")
@RestController
public final class MetricEventController {

	private final Streams streams;

	private final MetricListeners listeners;

	private final SocketCredentials credentials;

	/** Tells whoever may listen. */
	public MetricEventController(Streams streams, MetricListeners listeners, SocketCredentials credentials) {
		this.streams = streams;
		this.listeners = listeners;
		this.credentials = credentials;
	}

	@Operation(operationId = "followStream", summary = "Follow the metrics of a stream",
			description = "Server-sent events `metrics`: what `GET …/metrics` has as `now`, at once and whenever it has "
					+ "changed, twice a second at most. The id of an event is the number of the last entry. A comment comes "
					+ "every 15 s.")
	@ApiResponse(responseCode = "200", description = "The data of each event are the metrics",
			content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
	@GetMapping(path = "/exo-scout-streams/{id}/metrics/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	SseEmitter follow(@Parameter(description = "of the stream") @PathVariable String id,
			@Parameter(hidden = true) HttpServletRequest request,
			@Parameter(hidden = true) HttpServletResponse response) {
		String stream = this.streams.get(id).id();
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("X-Accel-Buffering", "no");
		return this.listeners.listen(stream, this.credentials.of(request.getUserPrincipal()).orElse(() -> false));
	}

}
