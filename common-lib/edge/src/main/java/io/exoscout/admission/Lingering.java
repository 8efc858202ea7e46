package io.exoscout.admission;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

import jakarta.servlet.ReadListener;
import org.apache.catalina.connector.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * A request that was answered before all of its body came. Were the connection closed at
 * once, clients that send first and read later would never see the answer; so what they
 * send is thrown away for a while, and nobody waits for it.
 */
final class Lingering extends WaitingRequest implements ReadListener, ApplicationBufferHandler {

	/**
	 * Who sends next to nothing for so long is not about to read. Shorter, and a crowd
	 * that is turned away would be back the sooner.
	 */
	private static final Duration PAUSE = Duration.ofSeconds(5);

	private final org.apache.coyote.Request coyote;

	private final BodyPace pace;

	private long left;

	private @Nullable ByteBuffer buffer;

	/**
	 * A request that has its answer.
	 * @param request the request
	 * @param all where it is to be found while it waits
	 * @param most how many bytes are thrown away
	 * @param longest and for how long
	 */
	Lingering(Request request, WaitingRequests all, long most, Duration longest) {
		super(request, all);
		this.coyote = request.getCoyoteRequest();
		this.left = most;
		this.pace = new BodyPace(UnfinishedBody.LONG, PAUSE, longest, System.nanoTime());
	}

	@Override
	void park() {
		super.park();
		this.coyote.setReadListener(this);
	}

	@Override
	public void onDataAvailable() {
		try {
			while (this.left > 0 && !request().isFinished() && this.coyote.isReady()) {
				int count = Math.max(0, this.coyote.doRead(this));
				this.pace.add(count);
				this.left -= count;
			}
		}
		catch (IOException gone) {
			this.left = 0; // or no HTTP: there is an answer already
		}
		if (this.left <= 0 || request().isFinished()) {
			goOn();
		}
	}

	@Override
	public void onAllDataRead() {
		goOn();
	}

	@Override
	public void onError(Throwable failure) {
		// the client is gone: it has its answer
	}

	@Override
	boolean isLate(long now) {
		return this.pace.isTooSlow(now);
	}

	@Override
	void gone() {
		// holds nothing
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
		// the container brings its own buffer
	}

}
