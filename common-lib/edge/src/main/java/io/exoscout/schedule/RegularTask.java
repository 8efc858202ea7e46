package io.exoscout.schedule;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Something that is done again and again, in a thread of its own, from the start of a
 * service to its end. Where it fails it is logged, and tried again like always: an
 * executor alone would never do it again.
 */
public final class RegularTask implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(RegularTask.class);

	private final String name;

	private final Duration pause;

	private final Runnable task;

	private @Nullable ScheduledExecutorService thread;

	/**
	 * A task that is not done yet.
	 * @param name of its thread
	 * @param pause from one end to the next beginning, and before the first one
	 * @param task what to do; is interrupted when the service ends
	 */
	public RegularTask(String name, Duration pause, Runnable task) {
		this.name = name;
		this.pause = pause;
		this.task = task;
	}

	@Override
	public synchronized void start() {
		this.thread = Executors.newSingleThreadScheduledExecutor((work) -> {
			Thread thread = new Thread(work, this.name);
			thread.setDaemon(true);
			return thread;
		});
		this.thread.scheduleWithFixedDelay(this::once, this.pause.toMillis(), this.pause.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	private void once() {
		try {
			this.task.run();
		}
		// whatever it is: without this thread it would never be done again
		catch (RuntimeException | Error ex) {
			log.warn("{} can not go on for now: {}", this.name, ex.getMessage(), ex);
		}
	}

	@Override
	public synchronized void stop() {
		if (this.thread != null) {
			this.thread.shutdownNow();
			this.thread = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.thread != null;
	}

}
