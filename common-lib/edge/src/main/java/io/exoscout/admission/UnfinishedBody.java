package io.exoscout.admission;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.apache.catalina.connector.Request;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is on its way. What comes is kept, until that is all of it, or so
 * much that somebody should begin to read.
 */
final class UnfinishedBody extends BodyListener {

	/** Longer bodies are not kept, but read while they come. */
	static final int KEPT_AT_MOST = 64 * 1024;

	private static final int KEPT_AT_FIRST = 512;

	private final WaitingRequests all;

	private final WaitingLine uploads;

	private final Duration patience;

	private final Runnable leave;

	private byte[] kept = {};

	private int length;

	private @Nullable IOException broken;

	private @Nullable BodySource source;

	/** When it joined the line; what counts from there on is the time in it. */
	private long joined;

	private volatile boolean inLine;

	/**
	 * A request that has come with a part of its body, or none.
	 * @param request the request
	 * @param all where it is to be found while it waits
	 * @param pace how fast the body has to come
	 * @param uploads places for those who read while bodies come
	 * @param patience how long it waits for one
	 * @param leave called once nobody waits for the body any more
	 */
	UnfinishedBody(Request request, WaitingRequests all, BodyPace pace, WaitingLine uploads, Duration patience,
			Runnable leave) {
		super(request, all, pace);
		this.all = all;
		this.uploads = uploads;
		this.patience = patience;
		this.leave = leave;
	}

	/**
	 * Not when there is so much of it, or of all that are kept, that it is read while it
	 * comes.
	 */
	@Override
	boolean wantsMore() {
		return this.length < KEPT_AT_MOST && !this.all.isFull();
	}

	@Override
	void came(ByteBuffer bytes, int count) {
		int needed = this.length + count;
		if (needed > this.kept.length) {
			byte[] larger = Arrays.copyOf(this.kept, Math.max(needed, Math.max(KEPT_AT_FIRST, 2 * this.kept.length)));
			this.all.keep(larger.length - this.kept.length);
			this.kept = larger;
		}
		bytes.get(this.kept, this.length, count);
		this.length = needed;
	}

	/** Whoever reads the body is to meet it there. */
	@Override
	void broke(IOException failure) {
		this.broken = failure;
	}

	@Override
	void heard() {
		if (this.broken != null || isWhole()) {
			goOn();
		}
		else if (!wantsMore() && !this.inLine) {
			this.joined = System.nanoTime();
			this.inLine = true;
			goOnWithPlace(this.uploads);
		}
	}

	@Override
	boolean isLate(long now) {
		return this.inLine ? now - this.joined > this.patience.toNanos() : super.isLate(now);
	}

	/** What to tell a client whose request has waited for too long. */
	ProblemException late() {
		return this.inLine ? new ProblemException(ErrorCode.SERVICE_UNAVAILABLE,
				"Too many large uploads are under way; this one has waited for its turn for %d s."
					.formatted(this.patience.toSeconds()))
				: BodySource.late();
	}

	@Override
	void gone() {
		this.all.keep(-this.kept.length);
		this.kept = new byte[0];
		this.length = 0;
		this.leave.run();
	}

	/** Lets whoever reads the body begin with what was kept. */
	void handOver() {
		pace().restart();
		this.source = BodySource.put(request().getCoyoteRequest(), ByteBuffer.wrap(this.kept, 0, this.length),
				this.broken, pace(), this.uploads);
	}

	/** Nobody waits for the body, or reads it, any more. */
	void release() {
		if (this.source != null) {
			this.source.remove();
		}
		gone();
		leaveLine();
	}

	/** Whether the connection is of no use any more. */
	boolean hasFailed() {
		return this.broken != null || (this.source != null && this.source.hasFailed());
	}

}
