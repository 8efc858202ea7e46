package io.exoscout.work;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.job.JobType;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A worker's last sign of life.
 *
 * @param workerId host, process and a random part
 * @param type the jobs it does, {@code null} for a worker older than other types than
 * training
 * @param host where it runs
 * @param currentJob what it works on
 * @param jobsDone how many jobs it finished since it started
 * @param startedAt when it started
 * @param lastHeartbeat when it last wrote this
 * @param freeMemory bytes its heap can still grow by
 */
@Document("workers")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Worker(@Id String workerId, @Nullable JobType type, String host, @Nullable String currentJob,
		long jobsDone, Instant startedAt, Instant lastHeartbeat, long freeMemory) {
}
