package io.exoscout.jobs.live;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.jobs.status.WorkForce;
import io.exoscout.telemetry.EventType;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How all jobs and workers stand.
 *
 * @param type {@code snapshot} or {@code workers}
 * @param id its place in the stream
 * @param at when this was put together
 * @param jobs the newest jobs, and all that wait or run, newest first; in a snapshot only
 * @param work who works, and how much waits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClusterMessage(@Schema(allowableValues = {
		"snapshot", "workers" }) EventType type, long id, Instant at, @Nullable List<JobLine> jobs,
		@JsonUnwrapped WorkForce work){
}
