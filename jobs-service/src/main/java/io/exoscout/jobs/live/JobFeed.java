package io.exoscout.jobs.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Function;

import io.exoscout.job.Job;
import io.exoscout.jobs.live.Arrivals.Arrival;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.telemetry.EventType;
import io.exoscout.telemetry.JobEvent;
import org.jspecify.annotations.Nullable;

/**
 * All who listen to one job, and what they have heard. What comes over the broker is told
 * at once if it is the very next thing that happened; else it is looked up what did, so
 * that nothing is missed, told twice or out of order, whatever the broker does.
 */
final class JobFeed {

	private static final int RECENT = 500;

	/** So long something may be on its way into the log. */
	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final String jobId;

	private final Function<String, Optional<Job>> jobs;

	private final JobTimeline timeline;

	private final Turns turns;

	private final Arrivals arrivals;

	/** Each with what it says it has heard already, elsewhere perhaps. */
	private final Map<LiveClient, Long> clients = new LinkedHashMap<>();

	/** What came over the broker of late, told or not. */
	private final NavigableMap<Long, JobEvent> recent = new TreeMap<>();

	/** The last that was told. */
	private long told = JobTimeline.BEGINNING;

	private @Nullable Instant createdAt;

	/** Since when something waits for what happened before it. */
	private long waitsSince;

	private boolean waits;

	JobFeed(String jobId, Function<String, Optional<Job>> jobs, JobTimeline timeline, Executor threads) {
		this.jobId = jobId;
		this.jobs = jobs;
		this.timeline = timeline;
		this.turns = new Turns(threads);
		this.arrivals = new Arrivals(this.turns, this::admit);
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
			Job job = this.jobs.apply(this.jobId)
				.orElseThrow(() -> new ProblemException(ErrorCode.JOB_NOT_FOUND,
						"There is no job '%s'".formatted(Quoted.shortened(this.jobId))));
			begin(all, job);
		}
		catch (ProblemException ex) {
			all.forEach((one) -> one.client().failed(this.jobId, ex));
		}
	}

	private void begin(List<Arrival> all, Job job) {
		boolean first = this.clients.isEmpty();
		if (first) {
			this.createdAt = job.createdAt();
			this.told = JobTimeline.BEGINNING;
			this.recent.keySet().removeIf((id) -> JobEvent.revision(id) > JobTimeline.revision(job));
		}
		else {
			startAnewIfAnother(job);
			tell(this.timeline.after(job, this.told));
		}
		LongSummaryStatistics places = all.stream().mapToLong((one) -> place(job, one)).summaryStatistics();
		List<JobEvent> events = known(job, places.getMin());
		if (!first) {
			events.removeIf((event) -> event.id() > this.told);
		}
		LiveMessage snapshot = LiveMessage.of(JobSnapshot.of(job, events));
		List<LiveMessage> messages = events.stream().map(LiveMessage::of).toList();
		all.forEach((one) -> {
			long place = place(job, one);
			if (place == JobTimeline.BEGINNING) {
				one.client().hear(snapshot);
			}
			else {
				messages.stream().filter((message) -> message.id() > place).forEach(one.client()::hear);
			}
			this.clients.put(one.client(), place);
		});
		if (first) {
			// what is known here, whatever somebody says that he has heard
			this.told = events.isEmpty() ? Math.min(places.getMin(), JobTimeline.newestMove(job))
					: events.get(events.size() - 1).id();
		}
		endIfFinal(job);
	}

	/** From where somebody goes on: the beginning, if what he missed is not kept. */
	private static long place(Job job, Arrival one) {
		Long heard = one.heard();
		return (heard != null && JobTimeline.reaches(job, heard)) ? heard : JobTimeline.BEGINNING;
	}

	/** The job may have been deleted, and be there again. */
	private void startAnewIfAnother(Job job) {
		if (!job.createdAt().equals(this.createdAt)) {
			this.createdAt = job.createdAt();
			this.recent.clear();
			JobSnapshot snapshot = JobSnapshot.of(job, this.timeline.after(job, JobTimeline.BEGINNING));
			this.clients.keySet().forEach((client) -> client.hear(LiveMessage.of(snapshot)));
			this.clients.replaceAll((client, place) -> JobTimeline.BEGINNING);
			this.told = snapshot.id();
		}
	}

	/** What can be read, and what was heard since. */
	private List<JobEvent> known(Job job, long after) {
		List<JobEvent> events = new ArrayList<>(this.timeline.after(job, after));
		long read = events.isEmpty() ? after : events.get(events.size() - 1).id();
		if (this.clients.isEmpty()) {
			for (JobEvent next = this.recent.get(++read); next != null; next = this.recent.get(++read)) {
				events.add(next);
			}
		}
		else if (read < this.told) {
			events.addAll(this.recent.subMap(read, false, this.told, true).values());
		}
		return events;
	}

	void remove(LiveClient client) {
		this.arrivals.leave(() -> this.clients.remove(client));
	}

	/** Something came over the broker. */
	void hear(JobEvent event) {
		this.turns.take(() -> {
			if (event.id() <= this.told) {
				return;
			}
			this.recent.put(event.id(), event);
			if (this.recent.size() > RECENT) {
				this.recent.pollFirstEntry();
			}
			if (this.clients.isEmpty()) {
				return;
			}
			tellWhatFollows();
			if (this.told < event.id()) {
				catchUp();
			}
		});
	}

	/** The job has moved, or it has been quiet for a while. */
	void look() {
		this.turns.take(this::catchUp);
	}

	/** Whether something waits for what happened before it. */
	void lookIfBehind() {
		this.turns.take(() -> {
			if (this.waits) {
				catchUp();
			}
		});
	}

	private void catchUp() {
		if (this.clients.isEmpty()) {
			return;
		}
		try {
			Optional<Job> job = this.jobs.apply(this.jobId);
			if (job.isEmpty()) {
				end(new JobEvent(EventType.DELETED, this.jobId, this.told + 1, Instant.now(), null, null, null, null,
						null, null, null, null, null));
				return;
			}
			startAnewIfAnother(job.get());
			tell(this.timeline.after(job.get(), this.told));
			tellWhatFollows();
			waitFor(this.recent.tailMap(this.told, false)
				.headMap(JobEvent.id(JobTimeline.revision(job.get()) + 1, 0), false));
			endIfFinal(job.get());
		}
		catch (ProblemException ex) {
			this.waits = true;
			this.waitsSince = System.nanoTime();
		}
	}

	/** What is not in the log by then never will be. */
	private void waitFor(NavigableMap<Long, JobEvent> early) {
		long now = System.nanoTime();
		if (!early.isEmpty() && this.waits && now - this.waitsSince > PATIENCE.toNanos()) {
			tell(List.copyOf(early.values()));
		}
		boolean waits = !this.recent.tailMap(this.told, false).isEmpty();
		if (waits && !this.waits) {
			this.waitsSince = now;
		}
		this.waits = waits;
	}

	private void tellWhatFollows() {
		for (JobEvent next = this.recent.get(this.told + 1); next != null; next = this.recent.get(this.told + 1)) {
			tell(List.of(next));
		}
	}

	private void tell(List<JobEvent> events) {
		for (JobEvent event : events) {
			LiveMessage message = LiveMessage.of(event);
			this.clients.forEach((client, place) -> {
				if (event.id() > place) {
					client.hear(message);
				}
			});
			this.told = event.id();
		}
	}

	private void endIfFinal(Job job) {
		if (job.status().isFinal() && this.told >= JobTimeline.newestMove(job)) {
			List.copyOf(this.clients.keySet()).forEach((client) -> client.ended(this.jobId));
		}
	}

	private void end(JobEvent last) {
		tell(List.of(last));
		List.copyOf(this.clients.keySet()).forEach((client) -> client.gone(this.jobId));
		this.clients.clear();
		this.createdAt = null;
	}

}
