package io.exoscout.jobs.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.exoscout.job.Job;
import io.exoscout.job.Jobs;
import io.exoscout.jobs.status.WorkForce;
import io.exoscout.problem.ProblemException;
import io.exoscout.telemetry.EventLog;
import io.exoscout.telemetry.JobEvent;
import io.exoscout.work.WorkQueue;
import io.exoscout.work.Workers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Everybody who listens to this replica. Few threads do all of it; a feed is kept as long
 * as somebody listens to it.
 */
public final class LiveFeeds implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(LiveFeeds.class);

	private static final int THREADS = 2;

	private static final Duration FORGETTING = Duration.ofHours(1);

	private final Jobs jobs;

	private final JobTimeline timeline;

	private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, threads("feeds-"));

	private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(threads("feeds-clock-"));

	private final Map<String, Listened> feeds = new ConcurrentHashMap<>();

	private final ClusterFeed cluster;

	public LiveFeeds(Jobs jobs, EventLog log, Workers workers, WorkQueue queue, LiveSettings settings) {
		this.jobs = jobs;
		this.timeline = new JobTimeline(log);
		this.cluster = new ClusterFeed(jobs, () -> WorkForce.of(workers, queue), Clock.systemUTC(), this.threads);
		every(Duration.ofMillis(500), () -> this.feeds.values().forEach((listened) -> listened.feed().lookIfBehind()));
		every(settings.look(), () -> this.feeds.values().forEach((listened) -> listened.feed().look()));
		every(settings.look(), this.cluster::lookAround);
		every(settings.workers(), this.cluster::lookAtWorkers);
		every(FORGETTING, () -> this.threads.execute(() -> forget(log, Instant.now().minus(settings.keep()))));
	}

	private static CustomizableThreadFactory threads(String name) {
		CustomizableThreadFactory threads = new CustomizableThreadFactory(name);
		threads.setDaemon(true);
		return threads;
	}

	private static void forget(EventLog log, Instant before) {
		try {
			log.forgetBefore(before);
		}
		catch (ProblemException ex) {
			logger.info("What was told long ago is forgotten later: {}", ex.detail());
		}
	}

	/**
	 * A feed, and who needs it.
	 *
	 * @param feed the feed
	 * @param clients who listens
	 */
	private record Listened(JobFeed feed, Set<LiveClient> clients) {
	}

	/** Does something again and again, from a thread that must not wait for anything. */
	public void every(Duration period, Runnable step) {
		this.clock.scheduleWithFixedDelay(step, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
	}

	/**
	 * Somebody begins to listen to a job.
	 * @param jobId the job
	 * @param client who; a second time does nothing
	 * @param heard the last that it has heard of this job, if anything
	 */
	public void listen(String jobId, LiveClient client, @Nullable Long heard) {
		this.feeds.compute(jobId, (id, known) -> {
			Listened listened = (known != null) ? known : new Listened(
					new JobFeed(id, this.jobs::find, this.timeline, this.threads), ConcurrentHashMap.newKeySet());
			if (listened.clients().add(client)) {
				listened.feed().add(client, heard);
			}
			return listened;
		});
	}

	/** Somebody listens to a job no longer. */
	public void leave(String jobId, LiveClient client) {
		this.feeds.computeIfPresent(jobId, (id, listened) -> {
			listened.clients().remove(client);
			listened.feed().remove(client);
			return listened.clients().isEmpty() ? null : listened;
		});
	}

	/** Somebody begins to listen to all jobs. */
	public void listenToAll(LiveClient client, @Nullable Long heard) {
		this.cluster.add(client, heard);
	}

	/** Somebody listens to all jobs no longer. */
	public void leaveAll(LiveClient client) {
		this.cluster.remove(client);
	}

	/** Whether there is nothing to hear of a job after an event. */
	public static boolean isOver(Job job, long heard) {
		return job.status().isFinal() && heard >= JobTimeline.newestMove(job);
	}

	/** Something came over the broker. */
	void hear(JobEvent event) {
		Listened listened = this.feeds.get(event.jobId());
		if (listened != null) {
			listened.feed().hear(event);
		}
		this.cluster.hear(event);
	}

	/** A job has moved. */
	void moved(String jobId) {
		Listened listened = this.feeds.get(jobId);
		if (listened != null) {
			listened.feed().look();
		}
		this.cluster.look(jobId);
	}

	@Override
	public void close() {
		this.clock.shutdownNow();
		this.threads.shutdownNow();
	}

}
