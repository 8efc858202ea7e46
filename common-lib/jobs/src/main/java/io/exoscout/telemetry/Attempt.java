package io.exoscout.telemetry;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

import io.exoscout.job.Job;
import io.exoscout.job.Progress;
import io.exoscout.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a worker tells in one attempt: numbered, sent at once, and stored now and then.
 * Nothing here waits for the broker, and what the database does not take is kept and
 * tried again, up to a bound.
 */
public class Attempt {

	private static final Logger log = LoggerFactory.getLogger(Attempt.class);

	private static final int MOST_UNSTORED = 2000;

	private final EventSender sender;

	private final EventLog events;

	private final String jobId;

	private final int revision;

	private final int number;

	private final Object storing = new Object();

	private final Deque<JobEvent> unstored = new ArrayDeque<>();

	private long told;

	Attempt(EventSender sender, EventLog events, Job claimed) {
		this.sender = sender;
		this.events = events;
		this.jobId = claimed.jobId();
		this.revision = Objects.requireNonNullElse(claimed.course().revision(), 0);
		this.number = claimed.course().attempts();
	}

	public void progress(Progress progress) {
		tell((id) -> JobEvent.progress(this.jobId, id, Instant.now(), this.number, progress));
	}

	public void round(FitRound round) {
		tell((id) -> JobEvent.round(this.jobId, id, Instant.now(), this.number, round));
	}

	public void fold(FinishedFold fold) {
		tell((id) -> JobEvent.fold(this.jobId, id, Instant.now(), this.number, fold));
	}

	/** The worker has learned that it is to stop. */
	public void stopping() {
		tell((id) -> JobEvent.stopping(this.jobId, id, Instant.now(), this.number));
	}

	private void tell(Telling telling) {
		synchronized (this.unstored) {
			JobEvent event = telling.of(JobEvent.id(this.revision, ++this.told));
			if (this.unstored.size() == MOST_UNSTORED) {
				this.unstored.removeFirst();
			}
			this.unstored.add(event);
			this.sender.tell(event);
		}
	}

	private interface Telling {

		JobEvent of(long id);

	}

	/** Stores what was told since the last time; never throws. */
	public void store() {
		// one after the other: the later part must not be replaced by the earlier
		synchronized (this.storing) {
			storeSome();
		}
	}

	private void storeSome() {
		List<JobEvent> some;
		synchronized (this.unstored) {
			some = new ArrayList<>(this.unstored);
		}
		if (some.isEmpty()) {
			return;
		}
		try {
			this.events.keep(some);
			synchronized (this.unstored) {
				this.unstored.removeIf((event) -> event.id() <= some.get(some.size() - 1).id());
			}
		}
		catch (ProblemException ex) {
			log.debug("What was told of job {} is stored later: {}", this.jobId, ex.detail());
		}
		catch (RuntimeException ex) {
			log.warn("What was told of job {} could not be stored", this.jobId, ex);
		}
	}

}
