package io.exoscout.study.scoring;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;

/**
 * Contenders that take turns, each on one thread. What counts is the processor's time and
 * the best round: a machine that does something else, too, only adds to either.
 */
public final class CpuTime {

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private CpuTime() {
	}

	/** Something to be measured. */
	public interface Task {

		void run() throws Exception;

	}

	/**
	 * Measures tasks in turn.
	 * @param rounds how often each is run; the first rounds warm up
	 * @param tasks what to run
	 * @return seconds of processor time that each takes at best
	 */
	public static double[] best(int rounds, List<Task> tasks) {
		double[] best = new double[tasks.size()];
		Arrays.fill(best, Double.POSITIVE_INFINITY);
		for (int round = 0; round < rounds; round++) {
			for (int i = 0; i < best.length; i++) {
				best[i] = Math.min(best[i], seconds(tasks.get(i)));
			}
		}
		return best;
	}

	/** Seconds of processor time that a task takes now. */
	public static double seconds(Task task) {
		long began = THREADS.getCurrentThreadCpuTime();
		try {
			task.run();
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		return (THREADS.getCurrentThreadCpuTime() - began) / 1e9;
	}

}
