package io.exoscout.jobs.live;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Steps that are taken one after the other, on whichever thread is free. */
final class Turns {

	private static final Logger log = LoggerFactory.getLogger(Turns.class);

	private final Executor threads;

	private final Queue<Runnable> waiting = new ArrayDeque<>();

	private boolean taking;

	Turns(Executor threads) {
		this.threads = threads;
	}

	void take(Runnable step) {
		synchronized (this.waiting) {
			this.waiting.add(step);
			if (this.taking) {
				return;
			}
			this.taking = true;
		}
		this.threads.execute(this::run);
	}

	private void run() {
		for (Runnable step = next(); step != null; step = next()) {
			try {
				step.run();
			}
			catch (RuntimeException ex) {
				log.error("Somebody who listens may have missed something", ex);
			}
			catch (Error ex) {
				// the others go on; who ends a process for want of memory is told
				Thread thread = Thread.currentThread();
				thread.getUncaughtExceptionHandler().uncaughtException(thread, ex);
			}
		}
	}

	private @Nullable Runnable next() {
		synchronized (this.waiting) {
			Runnable step = this.waiting.poll();
			this.taking = step != null;
			return step;
		}
	}

}
