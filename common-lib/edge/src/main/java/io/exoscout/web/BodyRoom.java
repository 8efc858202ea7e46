package io.exoscout.web;

import java.util.concurrent.atomic.AtomicLong;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;

/**
 * How many bytes of bodies that are held in memory may be there at once, of all requests
 * together. What is made of a byte of JSON takes up to 25 of the heap. Small bodies are
 * not counted, so that nobody's single rows wait for somebody's lists.
 */
final class BodyRoom {

	private static final String SHARE = BodyRoom.class.getName() + ".share";

	/** The heap has so many bytes for one of a body. */
	private static final int HEAP_FOR_ONE = 64;

	private final long most;

	private final AtomicLong taken = new AtomicLong();

	BodyRoom(long most) {
		this.most = most;
	}

	/** As much as the heap of this process has room for. */
	static BodyRoom ofHeap() {
		return new BodyRoom(Runtime.getRuntime().maxMemory() / HEAP_FOR_ONE);
	}

	/** How many bytes there may be at once, those of one body, too. */
	long most() {
		return this.most;
	}

	/** What a request takes of it, from now on until that is closed. */
	BodyShare share(HttpServletRequest request) {
		BodyShare share = new BodyShare(this, request.getContentLengthLong());
		request.setAttribute(SHARE, share);
		return share;
	}

	/** What a request takes, which came by the filter. */
	static BodyShare of(HttpServletRequest request) {
		return (request.getAttribute(SHARE) instanceof BodyShare share) ? share : BodyShare.endless();
	}

	/**
	 * Takes room.
	 * @throws ProblemException {@code too_many_bodies} if there is none left
	 */
	void take(long bytes) {
		if (this.taken.addAndGet(bytes) > this.most) {
			this.taken.addAndGet(-bytes);
			throw new ProblemException(ErrorCode.TOO_MANY_BODIES,
					("The requests that are being worked on have bodies of more than %d bytes in all, and there is no "
							+ "memory for more; nothing was done. Try again in a few seconds, or send fewer rows at a time.")
						.formatted(this.most));
		}
	}

	void give(long bytes) {
		this.taken.addAndGet(-bytes);
	}

}
