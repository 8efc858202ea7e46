package io.exoscout.engine;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.stream.course.FoldSurroundings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes why a job fails, and that it does no longer, where whoever looks at the stream
 * finds it.
 */
final class JobTroubles {

	private static final Logger log = LoggerFactory.getLogger(JobTroubles.class);

	private final FoldSurroundings surroundings;

	private final String stream;

	private boolean troubled;

	JobTroubles(FoldSurroundings surroundings, String stream) {
		this.surroundings = surroundings;
		this.stream = stream;
		this.troubled = surroundings.streams().find(stream).filter((known) -> known.trouble() != null).isPresent();
	}

	/**
	 * Notes a failure, and gives it back. Flink tries again, from its last checkpoint.
	 */
	static RuntimeException failed(FoldSurroundings surroundings, String stream, RuntimeException failure) {
		if (isInterrupted(failure)) {
			return failure;
		}
		log.warn("Stream {} can not go on for now", stream, failure);
		if (failure instanceof ProblemException problem && problem.code() == ErrorCode.DATABASE_UNAVAILABLE) {
			// nowhere to note it, and said by whoever is asked for health
			return failure;
		}
		try {
			surroundings.streams().fail(stream, reason(failure));
		}
		catch (RuntimeException ex) {
			failure.addSuppressed(ex);
		}
		return failure;
	}

	/** A job that is stopped does not fail. */
	private static boolean isInterrupted(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof InterruptedException || cause.getClass().getSimpleName().contains("Interrupted")) {
				return true;
			}
		}
		return Thread.currentThread().isInterrupted();
	}

	private static String reason(RuntimeException failure) {
		return (failure instanceof ProblemException problem) ? problem.detail()
				: "An unexpected %s; the log of the service has more.".formatted(failure.getClass().getSimpleName());
	}

	/** Notes that what failed before is done now. */
	void over() {
		if (this.troubled) {
			this.surroundings.streams().well(this.stream);
			this.troubled = false;
		}
	}

}
