package io.exoscout.worker;

import java.util.List;

import org.springframework.amqp.rabbit.listener.MessageListenerContainer;
import org.springframework.context.SmartLifecycle;

/**
 * Starts and stops a worker, or several of one kind. It stops working before it stops
 * listening: a job is handed back while its message still can be.
 */
public class WorkerLifecycle implements SmartLifecycle {

	private final List<Listening> workers;

	WorkerLifecycle(List<Listening> workers) {
		this.workers = List.copyOf(workers);
	}

	/**
	 * A worker and its ear.
	 *
	 * @param runner does one job at a time
	 * @param messages where it hears of them
	 */
	record Listening(JobRunner<?> runner, MessageListenerContainer messages) {
	}

	@Override
	public void start() {
		this.workers.forEach((worker) -> {
			worker.runner().start();
			worker.messages().start();
		});
	}

	@Override
	public void stop() {
		this.workers.forEach((worker) -> {
			worker.runner().stop();
			worker.messages().stop();
		});
	}

	@Override
	public boolean isRunning() {
		return this.workers.stream().anyMatch((worker) -> worker.runner().isRunning());
	}

}
