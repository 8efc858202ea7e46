package io.exoscout.jobs.status;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.exoscout.health.HealthProbe;
import io.exoscout.installation.BackupMark;
import io.exoscout.job.JobType;
import io.exoscout.job.Jobs;
import io.exoscout.jobs.status.ClusterStatus.Documents;
import io.exoscout.jobs.status.ClusterStatus.Queue;
import io.exoscout.share.FairTurns;
import io.exoscout.work.WorkQueue;
import io.exoscout.work.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the database and the broker for whoever measures them, not more often than
 * every few seconds and never for long, even if they do not answer.
 */
public class StatusProbe {

	/** Shorter than between two scrapes, longer than one of them takes. */
	private static final Duration KEPT = Duration.ofSeconds(3);

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final HealthProbe<Documents> database;

	private final HealthProbe<Map<JobType, Queue>> broker;

	private final Clock clock;

	private @Nullable ClusterStatus last;

	public StatusProbe(Jobs jobs, Workers workers, FairTurns turns, BackupMark backup, WorkQueue queue,
			Executor executor, Clock clock) {
		this.database = new HealthProbe<>("jobs",
				() -> new Documents(jobs.tally(), held(turns), workers.alive(), backup.last()), executor);
		this.broker = new HealthProbe<>("queues", () -> queues(queue), executor);
		this.clock = clock;
	}

	private static Set<JobType> held(FairTurns turns) {
		return Stream.of(JobType.values()).filter(turns::areAllHeld).collect(Collectors.toUnmodifiableSet());
	}

	private static Map<JobType, Queue> queues(WorkQueue queue) {
		Map<JobType, Queue> queues = new EnumMap<>(JobType.class);
		for (JobType type : JobType.values()) {
			queues.put(type, new Queue(queue.depth(type), queue.deadLetters(type)));
		}
		return queues;
	}

	synchronized ClusterStatus look() {
		ClusterStatus status = this.last;
		if (status == null || status.at().plus(KEPT).isBefore(this.clock.instant())) {
			this.broker.start();
			Optional<Documents> documents = this.database.ask(PATIENCE);
			status = new ClusterStatus(this.clock.instant(), documents, this.broker.ask(PATIENCE));
			this.last = status;
		}
		return status;
	}

}
