package io.exoscout.jobs.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.telemetry.EventJson;
import org.jspecify.annotations.Nullable;

/**
 * What is said over a WebSocket about itself, rather than about jobs.
 *
 * @param type {@code authenticated}, {@code subscribed}, {@code unsubscribed},
 * {@code pong}, {@code heartbeat} or {@code error}
 * @param taskId the job it is about
 * @param code of an error
 * @param detail what is wrong, and what would be accepted
 * @param error the same, for clients of the old backend
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SocketMessage(String type, @Nullable String taskId, @Nullable String code, @Nullable String detail,
		@Nullable String error) {

	static String of(String type) {
		return of(type, null);
	}

	static String of(String type, @Nullable String taskId) {
		return EventJson.write(new SocketMessage(type, taskId, null, null, null));
	}

	static String error(ErrorCode code, String detail) {
		return EventJson.write(new SocketMessage("error", null, code.id(), detail, detail));
	}

	static String error(String taskId, ProblemException problem) {
		return EventJson
			.write(new SocketMessage("error", taskId, problem.code().id(), problem.detail(), problem.detail()));
	}

}
