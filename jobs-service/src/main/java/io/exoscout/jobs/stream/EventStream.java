package io.exoscout.jobs.stream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BooleanSupplier;

import io.exoscout.jobs.live.LiveClient;
import io.exoscout.jobs.live.LiveMessage;
import io.exoscout.problem.ProblemException;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer that goes on and on, as server-sent events. It holds no thread: whoever has
 * something to say leaves it here, and it goes out as the connection takes it. A client
 * that takes too little for too long is cut off; it comes back and says what it has heard
 * last.
 */
final class EventStream implements LiveClient, OpenConnection, WriteListener, AsyncListener {

	private static final Logger log = LoggerFactory.getLogger(EventStream.class);

	private static final int RETRY_MILLIS = 2000;

	private static final ByteBuffer BEAT = bytes(":\n\n");

	private final int most;

	private final AsyncContext exchange;

	private final ServletOutputStream out;

	private final BooleanSupplier allowed;

	private final Runnable left;

	private final Queue<ByteBuffer> waiting = new ArrayDeque<>();

	/** Beats since anything went out. */
	private int stuck;

	private boolean begun;

	private boolean ending;

	private boolean over;

	private EventStream(int most, AsyncContext exchange, ServletOutputStream out, BooleanSupplier allowed,
			Runnable left) {
		this.most = most;
		this.exchange = exchange;
		this.out = out;
		this.allowed = allowed;
		this.left = left;
	}

	/** Whom to tell that a client has left: it is not there before it is opened. */
	interface Leaving {

		void left(EventStream stream);

	}

	/**
	 * Begins to answer.
	 * @param most how many messages may wait
	 * @param allowed whether it may still be listened to
	 * @param leaving hears that the client is gone
	 */
	static EventStream open(HttpServletRequest request, HttpServletResponse response, int most, BooleanSupplier allowed,
			Leaving leaving) throws IOException {
		response.setContentType("text/event-stream;charset=UTF-8");
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("X-Accel-Buffering", "no");
		ServletOutputStream out = response.getOutputStream();
		AsyncContext exchange = request.startAsync();
		exchange.setTimeout(0);
		EventStream[] opened = new EventStream[1];
		EventStream stream = new EventStream(most, exchange, out, allowed, () -> leaving.left(opened[0]));
		opened[0] = stream;
		exchange.addListener(stream);
		stream.waiting.add(bytes("retry: " + RETRY_MILLIS + "\n\n"));
		out.setWriteListener(stream);
		return stream;
	}

	private static ByteBuffer bytes(String text) {
		return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public synchronized void hear(LiveMessage message) {
		say(message.event());
	}

	@Override
	public synchronized void beat() {
		if (this.waiting.isEmpty()) {
			this.stuck = 0;
			say(BEAT.duplicate());
		}
		else if (++this.stuck > 1) {
			close();
		}
	}

	private void say(ByteBuffer text) {
		if (this.over || this.ending) {
			return;
		}
		if (this.waiting.size() >= this.most) {
			log.debug("A client is too slow and is cut off");
			close();
			return;
		}
		this.waiting.add(text);
		drain();
	}

	private void drain() {
		if (!this.begun || this.over) {
			return;
		}
		try {
			boolean wrote = false;
			while (this.out.isReady()) {
				ByteBuffer next = this.waiting.poll();
				if (next == null) {
					if (wrote) {
						this.out.flush();
					}
					if (this.ending && (!wrote || this.out.isReady())) {
						close();
					}
					return;
				}
				this.out.write(next);
				wrote = true;
			}
		}
		catch (IOException | IllegalStateException gone) {
			close();
		}
	}

	@Override
	public synchronized void onWritePossible() {
		this.begun = true;
		drain();
	}

	@Override
	public synchronized void ended(String jobId) {
		this.ending = true;
		drain();
	}

	@Override
	public void gone(String jobId) {
		ended(jobId);
	}

	/** What it asked for is asked for again when it comes back. */
	@Override
	public synchronized void failed(String jobId, ProblemException problem) {
		this.ending = true;
		drain();
	}

	@Override
	public void check() {
		if (!this.allowed.getAsBoolean()) {
			close();
		}
	}

	@Override
	public void leave() {
		close();
	}

	private synchronized void close() {
		if (this.over) {
			return;
		}
		this.over = true;
		this.waiting.clear();
		try {
			this.exchange.complete();
		}
		catch (IllegalStateException ex) {
			log.debug("The connection is gone already", ex);
		}
		this.left.run();
	}

	@Override
	public void onError(Throwable gone) {
		close();
	}

	@Override
	public void onComplete(AsyncEvent event) {
		close();
	}

	@Override
	public void onTimeout(AsyncEvent event) {
		close();
	}

	@Override
	public void onError(AsyncEvent event) {
		close();
	}

	@Override
	public void onStartAsync(AsyncEvent event) {
		// it is started once
	}

}
