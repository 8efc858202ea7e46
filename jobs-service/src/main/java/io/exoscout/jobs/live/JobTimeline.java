package io.exoscout.jobs.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.exoscout.job.Job;
import io.exoscout.job.JobCourse.Move;
import io.exoscout.job.JobState;
import io.exoscout.telemetry.EventLog;
import io.exoscout.telemetry.EventType;
import io.exoscout.telemetry.JobEvent;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a job so far, as it can be read: its moves stand in its document, what
 * workers told is in the log.
 */
record JobTimeline(EventLog log) {

	/** Before the first event of any job. */
	static final long BEGINNING = -1;

	/**
	 * What happened after an event, in order.
	 * @param job as just read
	 * @param id the id of the event
	 */
	List<JobEvent> after(Job job, long id) {
		List<JobEvent> events = new ArrayList<>(moves(job));
		// what belongs to a later move than the document has is told together with it
		this.log.after(job.jobId(), id)
			.stream()
			.filter((event) -> JobEvent.revision(event.id()) <= revision(job))
			.forEach(events::add);
		events.removeIf((event) -> event.id() <= id);
		events.sort(Comparator.comparingLong(JobEvent::id));
		return events;
	}

	/** The move with which the job came into its state, and those before. */
	static List<JobEvent> moves(Job job) {
		List<Move> moves = Objects.requireNonNullElse(job.course().moves(),
				List.of(new Move(job.status(), job.createdAt(), null)));
		int attempt = job.course().attempts();
		List<JobEvent> events = new ArrayList<>();
		for (int i = moves.size() - 1; i >= 0; i--) {
			Move move = moves.get(i);
			long id = JobEvent.id(revision(job) - (moves.size() - 1 - i), 0);
			events.add(0, event(job, move, id, attempt, i == moves.size() - 1));
			attempt -= (move.status() == JobState.RUNNING) ? 1 : 0;
		}
		return events;
	}

	private static JobEvent event(Job job, Move move, long id, int attempt, boolean now) {
		EventType type = switch (move.status()) {
			case COMPLETED -> EventType.COMPLETED;
			case ERROR -> EventType.ERROR;
			default -> EventType.STATE;
		};
		return new JobEvent(type, job.jobId(), id, move.at(), (attempt > 0) ? attempt : null, move.status(),
				move.workerId(), null, null, null, null, now ? figures(job) : null, now ? job.outcome().error() : null);
	}

	/** How many moves the job has made. */
	static int revision(Job job) {
		return Objects.requireNonNullElse(job.course().revision(), 0);
	}

	/** The id of the move with which the job came into its state. */
	static long newestMove(Job job) {
		return JobEvent.id(revision(job), 0);
	}

	/** Whether all that happened after an event can still be read. */
	static boolean reaches(Job job, long id) {
		List<JobEvent> moves = moves(job);
		return JobEvent.revision(id) >= JobEvent.revision(moves.get(0).id()) && JobEvent.revision(id) <= revision(job);
	}

	/** The numbers among the results; curves and tables are in the document. */
	static @Nullable Map<String, Double> figures(Job job) {
		Map<String, Object> results = job.results();
		if (results == null) {
			return null;
		}
		Map<String, Double> figures = new TreeMap<>();
		results.forEach((name, value) -> {
			if (value instanceof Number number) {
				figures.put(name, number.doubleValue());
			}
		});
		return figures;
	}

}
