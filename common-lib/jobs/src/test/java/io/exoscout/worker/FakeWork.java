package io.exoscout.worker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.exoscout.job.Job;
import io.exoscout.job.JobFailure;
import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import org.jspecify.annotations.Nullable;

/** Works in no time, or does what a test wants to see. */
public class FakeWork implements JobWork<Map<String, Object>> {

	public static final Map<String, Object> RESULTS = Map.of("f1_score", 0.9);

	/** Ids of the jobs in the order in which they were worked on. */
	public final List<String> done = new CopyOnWriteArrayList<>();

	public final List<String> discarded = new CopyOnWriteArrayList<>();

	public final List<String> confirmed = new CopyOnWriteArrayList<>();

	/** How jobs ended for good. */
	public final List<JobState> ended = new CopyOnWriteArrayList<>();

	/** Outcomes that were let go. */
	public final AtomicInteger released = new AtomicInteger();

	public volatile Task task = (job, watch) -> {
	};

	public volatile Runnable afterStore = () -> {
	};

	/** How often it meets something from a newer version before it knows all. */
	public final AtomicInteger unknown = new AtomicInteger();

	public void reset() {
		this.done.clear();
		this.discarded.clear();
		this.confirmed.clear();
		this.ended.clear();
		this.released.set(0);
		this.unknown.set(0);
		this.task = (job, watch) -> {
		};
		this.afterStore = () -> {
		};
	}

	@Override
	public JobType type() {
		return JobType.TRAINING;
	}

	@Override
	public Optional<String> tooNew(Job job) {
		return (this.unknown.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) ? Optional.of("algorithm 'sorcery'")
				: Optional.empty();
	}

	@Override
	public Map<String, Object> perform(Job job, WorkWatch watch) {
		this.done.add(job.jobId());
		this.task.run(job, watch);
		return RESULTS;
	}

	@Override
	public Map<String, Object> store(Job job, Map<String, Object> outcome) {
		this.afterStore.run();
		return outcome;
	}

	@Override
	public void confirm(Job job, Map<String, Object> outcome) {
		this.confirmed.add(job.jobId());
	}

	@Override
	public void release(Map<String, Object> outcome) {
		this.released.incrementAndGet();
	}

	@Override
	public void discard(Job job, Map<String, Object> outcome) {
		this.discarded.add(job.jobId());
	}

	@Override
	public void ended(Job job, JobState state, @Nullable JobFailure failure) {
		this.ended.add(state);
	}

	@Override
	public String lessMemory() {
		return "Send less.";
	}

	/** What happens instead of work. */
	public interface Task {

		void run(Job job, WorkWatch watch);

	}

	/** Runs until it is told to stop. */
	public static final Task ENDLESS = (job, watch) -> {
		while (!watch.stopped()) {
			watch.progress("final_fit", 0.5, "Tree 1 of 2");
			Thread.onSpinWait();
		}
		throw new WorkStopped();
	};

}
