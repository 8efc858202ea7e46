package io.exoscout.admission;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

import jakarta.servlet.ReadListener;
import org.apache.catalina.connector.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * A request that hears of its body as it comes, without a thread meanwhile.
 */
abstract class BodyListener extends WaitingRequest implements ReadListener, ApplicationBufferHandler {

	/**
	 * A look that comes later than this was held up itself, as all else may have been.
	 */
	private static final long BETWEEN_LOOKS = Duration.ofSeconds(2).toNanos();

	private final org.apache.coyote.Request coyote;

	private final BodyPace pace;

	private long looked = System.nanoTime();

	private @Nullable ByteBuffer buffer;

	BodyListener(Request request, WaitingRequests all, BodyPace pace) {
		super(request, all);
		this.coyote = request.getCoyoteRequest();
		this.pace = pace;
	}

	@Override
	void park() {
		super.park();
		this.coyote.setReadListener(this);
	}

	@Override
	public void onDataAvailable() {
		try {
			while (wantsMore() && !isWhole() && this.coyote.isReady()) {
				int count = this.coyote.doRead(this);
				if (count > 0 && this.buffer != null) {
					this.pace.add(count);
					came(this.buffer, count);
				}
			}
		}
		catch (IOException ex) {
			broke(ex);
		}
		catch (Error ex) {
			// the container is done with the request then, and tells nobody
			abandon();
			throw ex;
		}
		heard();
	}

	/** Whether there is any use in hearing more of it now. */
	abstract boolean wantsMore();

	/** Some more of it has come. */
	abstract void came(ByteBuffer bytes, int count);

	/** No more of it comes, or what comes is no HTTP. */
	abstract void broke(IOException failure);

	/** That was all for now. */
	abstract void heard();

	@Override
	public void onAllDataRead() {
		goOn();
	}

	/** Followed by {@link #onError(jakarta.servlet.AsyncEvent)}. */
	@Override
	public void onError(Throwable failure) {
		// the client is gone: there is nobody to tell
	}

	boolean isWhole() {
		return request().isFinished();
	}

	BodyPace pace() {
		return this.pace;
	}

	@Override
	boolean isLate(long now) {
		long waited = Math.min(now - this.looked, BETWEEN_LOOKS);
		this.looked = now;
		return this.pace.isTooSlow(waited, false);
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
