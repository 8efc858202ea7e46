package io.exoscout.worker;

import org.springframework.amqp.rabbit.listener.MessageListenerContainer;
import org.springframework.context.SmartLifecycle;

/**
 * Starts and stops a worker. It stops working before it stops listening: a job is handed
 * back while its message still can be.
 */
public class WorkerLifecycle implements SmartLifecycle {

	private final JobRunner<?> runner;

	private final MessageListenerContainer listening;

	WorkerLifecycle(JobRunner<?> runner, MessageListenerContainer listening) {
		this.runner = runner;
		this.listening = listening;
	}

	@Override
	public void start() {
		this.runner.start();
		this.listening.start();
	}

	@Override
	public void stop() {
		this.runner.stop();
		this.listening.stop();
	}

	@Override
	public boolean isRunning() {
		return this.runner.isRunning();
	}

}
