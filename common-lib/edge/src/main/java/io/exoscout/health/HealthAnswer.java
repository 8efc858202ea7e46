package io.exoscout.health;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * How a service is.
 *
 * @param status {@code ok}; {@code degraded} when uploads are accepted but wait, because
 * the queue is down or workers do not take what waits, or when they are refused, because
 * a disk is full or the database can only be read; {@code down} when nothing works,
 * because the database is
 * @param database {@code up}, {@code read_only} or {@code down}
 * @param queue {@code up} or {@code down}; left out by services that do not use it
 * @param workers how many workers are alive; left out where that is not known. None at
 * all is no trouble: they may be started when there is work
 * @param jobs {@code stuck} when jobs have waited for a minute or more although workers
 * are idle, else {@code moving}; left out where that is not known
 * @param disk {@code full} when less than {@code exoscout.disk.reserve} is left on a disk
 * that the service writes to, else {@code ok}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HealthAnswer(Status status, State database, @Nullable Queue queue, @Nullable Integer workers,
		@Nullable Movement jobs, Disk disk) {

	static HealthAnswer of(State database, @Nullable Queue queue, @Nullable Integer workers, @Nullable Movement jobs,
			Disk disk) {
		boolean degraded = database == State.READ_ONLY || queue == Queue.DOWN || jobs == Movement.STUCK
				|| disk == Disk.FULL;
		Status status = (database == State.DOWN) ? Status.DOWN : degraded ? Status.DEGRADED : Status.OK;
		return new HealthAnswer(status, database, queue, workers, jobs, disk);
	}

	/** All things considered. */
	enum Status {

		OK, DEGRADED, DOWN;

		@JsonValue
		String id() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** The database. */
	enum State {

		UP, READ_ONLY, DOWN;

		@JsonValue
		String id() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** The queue. */
	enum Queue {

		UP, DOWN;

		@JsonValue
		String id() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** Those that wait. */
	enum Movement {

		MOVING, STUCK;

		@JsonValue
		String id() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** The disks. */
	enum Disk {

		OK, FULL;

		@JsonValue
		String id() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
