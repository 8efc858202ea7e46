package io.exoscout.worker;

import java.util.Map;
import java.util.function.Supplier;

import io.exoscout.job.Claim;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Names the job in every log line that this thread writes on its behalf, until closed.
 */
public final class JobLog implements AutoCloseable {

	private final @Nullable Map<String, String> before = MDC.getCopyOfContextMap();

	private JobLog() {
	}

	static JobLog of(Claim claim) {
		JobLog log = new JobLog();
		MDC.put("job_id", claim.jobId());
		MDC.put("attempt", Integer.toString(claim.attempt()));
		MDC.put("worker_id", claim.workerId());
		return log;
	}

	/**
	 * For threads that help with the work.
	 * @return lets the lines of whichever thread asks for it name what those of this
	 * thread name now
	 */
	public static Supplier<JobLog> shared() {
		Map<String, String> names = MDC.getCopyOfContextMap();
		return () -> {
			JobLog log = new JobLog();
			set(names);
			return log;
		};
	}

	private static void set(@Nullable Map<String, String> names) {
		MDC.clear();
		if (names != null) {
			MDC.setContextMap(names);
		}
	}

	@Override
	public void close() {
		set(this.before);
	}

}
