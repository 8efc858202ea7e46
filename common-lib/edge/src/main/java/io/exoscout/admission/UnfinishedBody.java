package io.exoscout.admission;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

import jakarta.servlet.ReadListener;
import org.apache.catalina.connector.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is on its way. What comes is kept, until that is all of it, or so
 * much that somebody should begin to read.
 */
final class UnfinishedBody extends WaitingRequest implements ReadListener, ApplicationBufferHandler {

	/** Longer bodies are not kept, but read while they come. */
	static final int LONG = 64 * 1024;

	private final org.apache.coyote.Request coyote;

	private final BodyPace pace;

	private final WaitingRequests all;

	private final WaitingLine uploads;

	private final Runnable leave;

	private final ByteArrayOutputStream kept = new ByteArrayOutputStream(512);

	private @Nullable ByteBuffer buffer;

	private @Nullable IOException broken;

	private @Nullable BodySource source;

	/** What counts from here on is the time until there is a place. */
	private volatile boolean inLine;

	/**
	 * A request that has come with a part of its body, or none.
	 * @param request the request
	 * @param all where it is to be found while it waits
	 * @param pace how fast the body has to come
	 * @param uploads places for those who read while bodies come
	 * @param leave called once nobody waits for the body any more
	 */
	UnfinishedBody(Request request, WaitingRequests all, BodyPace pace, WaitingLine uploads, Runnable leave) {
		super(request, all);
		this.coyote = request.getCoyoteRequest();
		this.pace = pace;
		this.all = all;
		this.uploads = uploads;
		this.leave = leave;
	}

	@Override
	void park() {
		super.park();
		this.coyote.setReadListener(this);
	}

	@Override
	public void onDataAvailable() {
		try {
			while (!isWhole() && !isLong() && this.coyote.isReady()) {
				int count = this.coyote.doRead(this);
				if (count > 0 && this.buffer != null) {
					this.pace.add(count);
					byte[] bytes = new byte[count];
					this.buffer.get(bytes);
					this.kept.writeBytes(bytes);
					this.all.keep(count);
				}
			}
		}
		catch (IOException ex) {
			// whoever reads the body is to meet it there
			this.broken = ex;
		}
		if (this.broken != null || isWhole()) {
			goOn();
		}
		else if (isLong() && !this.inLine) {
			this.inLine = true;
			goOnWithPlace(this.uploads);
		}
	}

	@Override
	public void onAllDataRead() {
		goOn();
	}

	/** Followed by {@link #onError(jakarta.servlet.AsyncEvent)}. */
	@Override
	public void onError(Throwable failure) {
		// the client is gone: there is nobody to tell
	}

	private boolean isWhole() {
		return this.broken != null || request().isFinished();
	}

	/**
	 * Whether there is so much of it, or of all that are kept, that it is read while it
	 * comes.
	 */
	private boolean isLong() {
		return this.kept.size() >= LONG || this.all.isFull();
	}

	@Override
	boolean isLate(long now) {
		return !this.inLine && this.pace.isTooSlow(now);
	}

	@Override
	void gone() {
		this.all.keep(-this.kept.size());
		this.leave.run();
	}

	/** Lets whoever reads the body begin with what was kept. */
	void handOver() {
		this.pace.restart(System.nanoTime());
		this.source = BodySource.put(this.coyote, ByteBuffer.wrap(this.kept.toByteArray()), this.broken, this.pace);
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

	@Override
	public void setByteBuffer(@Nullable ByteBuffer buffer) {
		this.buffer = buffer;
	}

	@Override
	public @Nullable ByteBuffer getByteBuffer() {
		return this.buffer;
	}

	@Override
	public void expand(int size) {
		// the container brings its own buffer, which is read at once
	}

}
