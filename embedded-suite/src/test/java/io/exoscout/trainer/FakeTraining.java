package io.exoscout.trainer;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.exoscout.work.Job;

/** Trains in no time, or does what a test wants to see. */
class FakeTraining implements JobTraining {

	static final Map<String, Object> RESULTS = Map.of("f1_score", 0.9);

	/** Ids of the jobs in the order in which they were trained. */
	final List<String> trained = new CopyOnWriteArrayList<>();

	final List<String> discarded = new CopyOnWriteArrayList<>();

	volatile Fit fit = (job, watch) -> {
	};

	volatile Runnable afterStore = () -> {
	};

	void reset() {
		this.trained.clear();
		this.discarded.clear();
		this.fit = (job, watch) -> {
		};
		this.afterStore = () -> {
		};
	}

	@Override
	public TrainingOutcome train(Job job, TrainingWatch watch) {
		this.trained.add(job.jobId());
		this.fit.run(job, watch);
		return new TrainingOutcome(null, RESULTS, null);
	}

	@Override
	public Map<String, Object> store(Job job, TrainingOutcome outcome) {
		this.afterStore.run();
		return outcome.results();
	}

	@Override
	public void discard(String jobId) {
		this.discarded.add(jobId);
	}

	/** What happens instead of learning. */
	interface Fit {

		void run(Job job, TrainingWatch watch);

	}

	/** Runs until it is told to stop. */
	static final Fit ENDLESS = (job, watch) -> {
		while (!watch.stopped()) {
			watch.progress("final_fit", 0.5, "Tree 1 of 2");
			Thread.onSpinWait();
		}
		throw new TrainingStopped();
	};

}
