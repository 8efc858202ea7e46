package io.exoscout.jobs.stream;

import java.util.List;
import java.util.Optional;

import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a client says over a WebSocket.
 *
 * @param type what it wants
 * @param taskId the job it is about
 * @param lastEventId the last that it has heard of that job
 * @param apiKey who it is
 * @param token the same, by a bearer token
 */
record SocketRequest(String type, @Nullable String taskId, @Nullable Long lastEventId, @Nullable String apiKey,
		@Nullable String token) {

	/** What {@code task_id} may be instead of a job. */
	static final String ALL = "*";

	private static final List<String> MEMBERS = List.of("type", "task_id", "last_event_id", "api_key", "token");

	private static final JsonMapper JSON = new JsonMapper();

	/**
	 * Reads a message.
	 * @throws IllegalArgumentException if it is none, with a sentence that says why
	 */
	static SocketRequest read(String text) {
		JsonNode message = tree(text);
		if (!message.isObject() || !message.path("type").isString()) {
			throw new IllegalArgumentException(
					"The message is '%s'; accepted are JSON objects with a type".formatted(Quoted.shortened(text)));
		}
		message.propertyNames().stream().filter((name) -> !MEMBERS.contains(name)).findFirst().ifPresent((unknown) -> {
			throw new IllegalArgumentException("The message has '%s', which is unknown; known are %s"
				.formatted(Quoted.shortened(unknown), String.join(", ", MEMBERS)));
		});
		JsonNode last = message.path("last_event_id");
		if (!last.isMissingNode() && !last.isNull() && !last.canConvertToLong()) {
			throw new IllegalArgumentException("last_event_id is %s; accepted are the ids of events, whole numbers"
				.formatted(Quoted.shortened(last.toString())));
		}
		return new SocketRequest(message.path("type").stringValue(), text(message, "task_id"),
				last.canConvertToLong() ? last.longValue() : null, text(message, "api_key"), text(message, "token"));
	}

	private static JsonNode tree(String text) {
		try {
			return JSON.readTree(text);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException(
					"The message is no JSON: '%s'; accepted are objects with a type".formatted(Quoted.shortened(text)));
		}
	}

	private static @Nullable String text(JsonNode message, String name) {
		JsonNode value = message.path(name);
		return value.isString() ? value.stringValue() : null;
	}

	/** The job it is about. */
	String task() {
		return Optional.ofNullable(this.taskId)
			.filter((id) -> !id.isBlank())
			.orElseThrow(() -> new IllegalArgumentException(
					"A message of type '%s' needs a task_id, the id of a job or '*' for all".formatted(this.type)));
	}

}
