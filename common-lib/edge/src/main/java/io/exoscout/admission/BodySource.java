package io.exoscout.admission;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.apache.coyote.BadRequestException;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, first what came while it had no thread, then what still comes,
 * as long as that keeps its pace.
 */
final class BodySource implements InputBuffer {

	private final Request request;

	private final ByteBuffer kept;

	private final InputBuffer rest;

	private final @Nullable IOException broken;

	private final BodyPace pace;

	private final WaitingLine uploads;

	private boolean failed;

	private BodySource(Request request, ByteBuffer kept, @Nullable IOException broken, BodyPace pace,
			WaitingLine uploads) {
		this.request = request;
		this.kept = kept;
		this.rest = request.getInputBuffer();
		this.broken = broken;
		this.pace = pace;
		this.uploads = uploads;
	}

	/**
	 * Has a request be read from here.
	 * @param request the request
	 * @param kept what has come of its body
	 * @param broken why no more comes, if so
	 * @param pace how fast the rest has to come
	 * @param uploads the line of those who may wait for this one
	 */
	static BodySource put(Request request, ByteBuffer kept, @Nullable IOException broken, BodyPace pace,
			WaitingLine uploads) {
		BodySource source = new BodySource(request, kept, broken, pace, uploads);
		request.setInputBuffer(source);
		return source;
	}

	/** Undoes that: the connection's next request is another one. */
	void remove() {
		this.request.setInputBuffer(this.rest);
	}

	@Override
	public int doRead(ApplicationBufferHandler handler) {
		if (this.kept.hasRemaining()) {
			int count = this.kept.remaining();
			handler.setByteBuffer(this.kept.slice());
			this.kept.position(this.kept.limit());
			return count;
		}
		long began = System.nanoTime();
		int count = readOn(handler);
		this.pace.add(Math.max(0, count));
		boolean slow = this.pace.isTooSlow(System.nanoTime() - began, this.uploads.isFull());
		if (slow && count > 0 && !this.request.isFinished()) {
			throw failed(late());
		}
		return count;
	}

	/**
	 * Failures become problems here, not in the container, which would take the answer
	 * into its own hands and tell of an error of ours.
	 */
	private int readOn(ApplicationBufferHandler handler) {
		try {
			if (this.broken != null) {
				throw this.broken;
			}
			return this.rest.doRead(handler);
		}
		catch (SocketTimeoutException nothing) {
			throw failed(late().causedBy(nothing));
		}
		catch (BadRequestException ex) {
			throw failed(new ProblemException(ErrorCode.MALFORMED_REQUEST,
					"The body is not in chunks that are well-formed HTTP.")
				.causedBy(ex));
		}
		catch (IOException ex) {
			throw failed(new ProblemException(ErrorCode.UNREADABLE_BODY, "The connection ended before the body did.")
				.causedBy(ex));
		}
	}

	private ProblemException failed(ProblemException problem) {
		this.failed = true;
		return problem;
	}

	/** Whether nobody knows where the body ends. */
	boolean hasFailed() {
		return this.failed;
	}

	static ProblemException late() {
		return new ProblemException(ErrorCode.REQUEST_TIMEOUT,
				"The request did not arrive in time: its body came too slowly, or not at all.");
	}

	@Override
	public int available() {
		return this.kept.hasRemaining() ? this.kept.remaining() : this.rest.available();
	}

}
