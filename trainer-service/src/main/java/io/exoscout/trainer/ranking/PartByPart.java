package io.exoscout.trainer.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.exoscout.learning.FitMonitor;
import io.exoscout.trainer.evaluation.SideBySide;
import io.exoscout.worker.WorkStopped;
import io.exoscout.worker.WorkWatch;

/**
 * Works through many rows, a part of them at a time and several parts side by side.
 *
 * @param threads how many parts at a time
 * @param watch asked about ten times a second whether to stop
 */
record PartByPart(int threads, WorkWatch watch) {

	/**
	 * Works through rows; returns when all are done.
	 * @param rows how many there are
	 * @param size how many make a part
	 * @param work what to do with a part
	 * @param look called about ten times a second meanwhile
	 * @throws WorkStopped if the watch said so
	 */
	void run(int rows, int size, Work work, Runnable look) {
		FitMonitor monitor = new FitMonitor();
		List<Callable<Boolean>> parts = new ArrayList<>();
		for (int start = 0; start < rows; start += size) {
			int from = start;
			int to = Math.min(from + size, rows);
			parts.add(() -> {
				work.on(from, to, monitor);
				return true;
			});
		}
		if (!parts.isEmpty()) {
			new SideBySide(this.threads, monitor, this.watch).run(parts, look);
		}
	}

	/** What is to be done with rows. */
	interface Work {

		/**
		 * Does a part.
		 * @param from the first row
		 * @param to one past the last
		 * @param monitor to be asked every few milliseconds
		 */
		void on(int from, int to, FitMonitor monitor);

	}

}
