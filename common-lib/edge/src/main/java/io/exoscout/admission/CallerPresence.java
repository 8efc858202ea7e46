package io.exoscout.admission;

import java.time.Duration;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Whether somebody still waits for an answer. The container finds out only when it writes
 * it, which may be after minutes of work for nobody. To be run again and again by whoever
 * works for long; any thread may, and mostly it costs a look at the time.
 */
public final class CallerPresence implements Runnable {

	/** Under which a request has it. */
	public static final String ATTRIBUTE = CallerPresence.class.getName();

	private static final long BETWEEN_LOOKS = Duration.ofMillis(500).toNanos();

	private final Request request;

	private volatile long looked = System.nanoTime();

	private volatile boolean gone;

	private boolean answered;

	CallerPresence(Request request) {
		this.request = request;
	}

	/**
	 * That of the caller for whom this thread works; of nobody where it works for none.
	 */
	public static Runnable current() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		Object found = (request != null) ? request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) : null;
		return (found instanceof Runnable presence) ? presence : () -> {
			// nobody can leave
		};
	}

	/**
	 * Goes on unless the caller is gone.
	 * @throws ProblemException if so; nobody will read what it says
	 */
	@Override
	public void run() {
		if (!this.gone && System.nanoTime() - this.looked > BETWEEN_LOOKS) {
			look();
		}
		if (this.gone) {
			throw new ProblemException(ErrorCode.UNREADABLE_BODY,
					"The connection was closed before the answer was there; the work for it was given up.");
		}
	}

	/** From here on the connection is that of another request. */
	synchronized void end() {
		this.answered = true;
	}

	private synchronized void look() {
		// while a body is read, the connection is the reader's
		if (this.answered || System.nanoTime() - this.looked <= BETWEEN_LOOKS || !this.request.isFinished()) {
			return;
		}
		this.looked = System.nanoTime();
		this.gone = isAtItsEnd() && isAtItsEnd();
	}

	/**
	 * The container tells the end of a connection as one byte that is there for a read
	 * and is not there without. What comes of a next request it keeps, and tells in the
	 * same way, but once at most.
	 */
	private boolean isAtItsEnd() {
		return available(false) == 0 && available(true) == 1;
	}

	private int available(boolean read) {
		this.request.action(ActionCode.AVAILABLE, read);
		return this.request.getAvailable();
	}

}
