package io.exoscout.stream;

import java.net.URI;
import java.util.List;

import io.exoscout.stream.definition.KnownStream;
import io.exoscout.stream.definition.ListedStream;
import io.exoscout.stream.definition.StreamDocument;
import io.exoscout.stream.definition.Streams;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Defines, shows and removes streams. */
@Tag(name = "Streams", description = "Events that are cleaned, scored, learned from and watched as they come")
@RestController
record StreamController(StreamDesk desk, Streams streams, StreamSettings settings) {

	@Operation(operationId = "defineStream", summary = "Define a stream",
			description = "What its events are, what is to be predicted, from which columns, by which model. A definition "
					+ "never changes: another one is another stream.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
					examples = @ExampleObject("""
							{"name": "thunder", "id": ["stn", "date"], "time": "date", "keys": ["stn"],
							 "allowed_lateness": "P1D",
							 "label": {"column": "thunder", "positive": ["1"], "arrives": "with_event"},
							 "features": [{"column": "temp", "missing": [9999.9], "impute": "mean"}],
							 "model": {"algorithm": "logistic_sgd"}, "drift": {"detector": "adwin", "delta": 0.002}}"""))))
	@ApiResponse(responseCode = "201", description = "Defined",
			headers = @Header(name = "Location", description = "Where the stream is",
					schema = @Schema(type = "string")),
			content = @Content(mediaType = "application/json", schema = @Schema(implementation = StreamView.class)))
	@PostMapping(path = StreamPaths.STREAMS, consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<StreamView> define(@RequestBody StreamDocument document) {
		KnownStream stream = this.desk.define(document, this.settings.most());
		return ResponseEntity.created(URI.create(StreamPaths.STREAMS + "/" + stream.id())).body(this.desk.view(stream));
	}

	@Operation(operationId = "listStreams", summary = "List streams",
			description = "The newest first, with how far each has come. One whose definition this version refuses is `unreadable`; it can be deleted.")
	@GetMapping(path = StreamPaths.STREAMS, produces = MediaType.APPLICATION_JSON_VALUE)
	List<ListedStream> list() {
		return this.desk.list();
	}

	@Operation(operationId = "getStream", summary = "Get one stream",
			description = "Its definition, how far it has come, and what waits.")
	@GetMapping(path = StreamPaths.STREAM, produces = MediaType.APPLICATION_JSON_VALUE)
	StreamView get(@Parameter(description = "of the stream") @PathVariable String id) {
		return this.desk.view(this.streams.get(id));
	}

	@Operation(operationId = "deleteStream", summary = "Delete a stream",
			description = "With its log and its snapshots.")
	@ApiResponse(responseCode = "200", description = "Deleted",
			content = @Content(mediaType = "application/json", schema = @Schema(implementation = Removed.class)))
	@DeleteMapping(path = StreamPaths.STREAM, produces = MediaType.APPLICATION_JSON_VALUE)
	Removed delete(@Parameter(description = "of the stream") @PathVariable String id) {
		this.desk.delete(id);
		return new Removed("deleted", id);
	}

	/**
	 * The answer to a delete.
	 *
	 * @param status {@code deleted}
	 * @param id which one
	 */
	record Removed(String status, String id) {
	}

}
