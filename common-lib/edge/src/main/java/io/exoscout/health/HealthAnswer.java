package io.exoscout.health;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * How a service is.
 *
 * @param status {@code ok}; {@code degraded} when uploads are accepted but wait, because
 * the queue is down; {@code down} when nothing works, because the database is
 * @param database {@code up} or {@code down}
 * @param queue {@code up} or {@code down}; left out by services that do not use it
 * @param workers how many workers are alive; left out where that is not known. None at
 * all is no trouble: they may be started when there is work
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HealthAnswer(Status status, State database, @Nullable State queue, @Nullable Integer workers) {

	static HealthAnswer of(boolean database, @Nullable Boolean queue, @Nullable Integer workers) {
		Status status = !database ? Status.DOWN : Boolean.FALSE.equals(queue) ? Status.DEGRADED : Status.OK;
		return new HealthAnswer(status, State.of(database), (queue != null) ? State.of(queue) : null, workers);
	}

	/** All things considered. */
	enum Status {

		OK, DEGRADED, DOWN;

		@JsonValue
		String id() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** A dependency. */
	enum State {

		UP, DOWN;

		static State of(boolean up) {
			return up ? UP : DOWN;
		}

		@JsonValue
		String id() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
