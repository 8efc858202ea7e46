package io.exoscout.trainer;

import org.springframework.context.SmartLifecycle;

/**
 * A trainer's working hours. Its bean depends on the listener's, because Spring stops
 * what depends on others first: a job is handed back while its message still can be.
 */
class TrainerShift implements SmartLifecycle {

	private final TrainingRunner runner;

	TrainerShift(TrainingRunner runner) {
		this.runner = runner;
	}

	@Override
	public void start() {
		this.runner.start();
	}

	@Override
	public void stop() {
		this.runner.stop();
	}

	@Override
	public boolean isRunning() {
		return this.runner.isRunning();
	}

}
