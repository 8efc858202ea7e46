package io.exoscout.jobs.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.exoscout.job.Job;
import io.exoscout.job.JobQuery;
import io.exoscout.job.JobState;
import io.exoscout.job.Jobs;
import io.exoscout.jobs.live.Arrivals.Arrival;
import io.exoscout.jobs.status.WorkForce;
import io.exoscout.problem.ProblemException;
import io.exoscout.telemetry.EventType;
import io.exoscout.telemetry.JobEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All who listen to all jobs, to the workers and the queues. Places in this stream are
 * times, so that any replica can go on where another one was left: it tells once more
 * what may not have been heard there.
 */
final class ClusterFeed {

	private static final Logger log = LoggerFactory.getLogger(ClusterFeed.class);

	/** Also the name under which clients hear of it. */
	static final String NAME = "*";

	private static final int NEWEST = 50;

	private static final int MOST = 1000;

	/** Ids within a millisecond. */
	private static final long PER_MILLI = 1000;

	/** By so much may the clocks of those differ who note what happened. */
	private static final Duration OVERLAP = Duration.ofSeconds(5);

	/** After so long everything is told anew. */
	private static final Duration REACH = Duration.ofHours(1);

	/** A thousand hear of the progress of a job once in two seconds. */
	private static final Duration PAUSE_PER_CLIENT = Duration.ofMillis(2);

	private final Jobs jobs;

	private final Supplier<WorkForce> work;

	private final Clock clock;

	private final Turns turns;

	private final Arrivals arrivals;

	private final Set<LiveClient> clients = new LinkedHashSet<>();

	/** The last move of each job that was told. */
	private final Map<String, Long> told = newest();

	/** When progress was last told of each job, in nanoseconds. */
	private final Map<String, Long> progressed = newest();

	/** Progress that was not told yet, and is unless something newer comes. */
	private final Map<String, JobEvent> heldBack = new HashMap<>();

	private Instant since = Instant.MIN;

	private long last;

	private @Nullable WorkForce shown;

	ClusterFeed(Jobs jobs, Supplier<WorkForce> work, Clock clock, Executor threads) {
		this.jobs = jobs;
		this.work = work;
		this.clock = clock;
		this.turns = new Turns(threads);
		this.arrivals = new Arrivals(this.turns, this::admit);
	}

	private static Map<String, Long> newest() {
		return new LinkedHashMap<>(16, 0.75f, true) {
			@Override
			protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
				return size() > 10 * MOST;
			}
		};
	}

	/**
	 * Somebody begins to listen.
	 * @param client who
	 * @param heard the last that it has heard already, if anything
	 */
	void add(LiveClient client, @Nullable Long heard) {
		this.arrivals.add(client, heard);
	}

	private void admit(List<Arrival> all) {
		try {
			Instant now = this.clock.instant();
			if (this.clients.isEmpty()) {
				this.since = now.minus(OVERLAP);
			}
			List<Arrival> returned = goOn(all.stream().filter((one) -> within(now, one.heard())).toList());
			Set<Arrival> known = Set.copyOf(returned);
			List<Arrival> others = all.stream().filter((one) -> !known.contains(one)).toList();
			if (!others.isEmpty()) {
				LiveMessage snapshot = snapshot();
				others.forEach((one) -> one.client().hear(snapshot));
			}
			all.forEach((one) -> this.clients.add(one.client()));
		}
		catch (ProblemException ex) {
			all.forEach((one) -> one.client().failed(NAME, ex));
		}
	}

	private static boolean within(Instant now, @Nullable Long heard) {
		return heard != null && at(heard).isAfter(now.minus(REACH)) && at(heard).isBefore(now.plus(OVERLAP));
	}

	private static Instant at(long heard) {
		return Instant.ofEpochMilli(heard / PER_MILLI);
	}

	/** Tells what may have been missed, unless that is too much: then nobody goes on. */
	private List<Arrival> goOn(List<Arrival> returned) {
		if (returned.isEmpty()) {
			return List.of();
		}
		LongSummaryStatistics heard = returned.stream().mapToLong(Arrival::heard).summaryStatistics();
		Instant from = at(heard.getMin()).minus(OVERLAP);
		List<Job> moved = this.jobs.movedSince(from, MOST);
		if (moved.size() == MOST) {
			return List.of();
		}
		this.last = Math.max(this.last, heard.getMax());
		moved.stream()
			.flatMap((job) -> JobTimeline.moves(job).stream())
			.filter((move) -> !move.at().isBefore(from))
			.sorted(Comparator.comparing(JobEvent::at))
			.forEach((move) -> {
				LiveMessage message = LiveMessage.of(move.at(next()));
				returned.stream()
					.filter((one) -> mayHaveMissed(one.heard(), move))
					.forEach((one) -> one.client().hear(message));
			});
		LiveMessage workers = message(EventType.WORKERS, null, this.work.get());
		returned.forEach((one) -> one.client().hear(workers));
		return returned;
	}

	private static boolean mayHaveMissed(@Nullable Long heard, JobEvent move) {
		return heard != null && !move.at().isBefore(at(heard).minus(OVERLAP));
	}

	private LiveMessage snapshot() {
		List<Job> jobs = Stream.of(list(null, NEWEST), list(JobState.RUNNING, MOST), list(JobState.QUEUED, MOST))
			.flatMap(List::stream)
			.distinct()
			.toList();
		jobs.forEach((job) -> this.told.putIfAbsent(job.jobId(), JobTimeline.newestMove(job)));
		return message(EventType.SNAPSHOT,
				jobs.stream().sorted(Comparator.comparing(Job::createdAt).reversed()).map(JobLine::of).toList(),
				this.work.get());
	}

	private List<Job> list(@Nullable JobState state, int limit) {
		return this.jobs.list(new JobQuery(null, state, null, null, null, null, limit, null));
	}

	private LiveMessage message(EventType type, @Nullable List<JobLine> jobs, WorkForce work) {
		long id = next();
		return new LiveMessage(id, type, new ClusterMessage(type, id, this.clock.instant(), jobs, work));
	}

	private long next() {
		this.last = Math.max(this.last + 1, this.clock.millis() * PER_MILLI);
		return this.last;
	}

	void remove(LiveClient client) {
		this.arrivals.leave(() -> this.clients.remove(client));
	}

	/** Something came over the broker; rounds are for those who look at the one job. */
	void hear(JobEvent event) {
		if (event.type() != EventType.ROUND) {
			this.turns.take(() -> {
				if (event.type() != EventType.PROGRESS || isDue(event.jobId())) {
					tell(event);
				}
				else {
					this.heldBack.put(event.jobId(), event);
				}
			});
		}
	}

	/**
	 * Whether all hear how far a job is. The more there are, the less often: what they
	 * are told must not slow down what they are told of.
	 */
	private boolean isDue(String jobId) {
		long now = System.nanoTime();
		Long before = this.progressed.get(jobId);
		if (before != null && now - before < this.clients.size() * PAUSE_PER_CLIENT.toNanos()) {
			return false;
		}
		this.progressed.put(jobId, now);
		return true;
	}

	private void tell(JobEvent event) {
		this.heldBack.remove(event.jobId());
		if (!this.clients.isEmpty()) {
			LiveMessage message = LiveMessage.of(event.at(next()));
			this.clients.forEach((client) -> client.hear(message));
		}
	}

	/** A job has moved. */
	void look(String jobId) {
		this.turns.take(() -> unlessUnavailable(() -> {
			Optional<Job> job = this.jobs.find(jobId);
			if (job.isPresent()) {
				tellMoves(job.get());
			}
			else {
				this.told.remove(jobId);
				tell(new JobEvent(EventType.DELETED, jobId, 0, this.clock.instant(), null, null, null, null, null, null,
						null, null, null));
			}
		}));
	}

	private void tellMoves(Job job) {
		Long before = this.told.get(job.jobId());
		for (JobEvent move : JobTimeline.moves(job)) {
			if ((before != null) ? move.id() > before : move.at().isAfter(this.since)) {
				tell(move);
			}
		}
		this.told.put(job.jobId(), JobTimeline.newestMove(job));
	}

	/** Looks for moves that nobody told of: the broker may be away. */
	void lookAround() {
		this.turns.take(() -> unlessUnavailable(() -> {
			list(JobState.QUEUED, MOST).forEach(this::tellMoves);
			list(JobState.RUNNING, MOST).forEach(this::tellMoves);
			List.copyOf(this.heldBack.values()).forEach(this::tell);
		}));
	}

	/** Tells of workers and queues, if they are not as they were. */
	void lookAtWorkers() {
		this.turns.take(() -> unlessUnavailable(() -> {
			WorkForce now = this.work.get();
			if (!now.equals(this.shown)) {
				this.shown = now;
				LiveMessage message = message(EventType.WORKERS, null, now);
				this.clients.forEach((client) -> client.hear(message));
			}
		}));
	}

	private void unlessUnavailable(Runnable step) {
		if (this.clients.isEmpty()) {
			return;
		}
		try {
			step.run();
		}
		catch (ProblemException ex) {
			log.debug("Those who listen to all jobs have to wait: {}", ex.detail());
		}
	}

}
