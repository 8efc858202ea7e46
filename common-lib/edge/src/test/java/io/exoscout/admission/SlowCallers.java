package io.exoscout.admission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * A crowd of callers that begin a request and never come to its end, all in one thread.
 * Who is turned away comes again.
 */
final class SlowCallers implements AutoCloseable {

	private final InetSocketAddress server;

	private final byte[] begin;

	private final @Nullable Duration pause;

	private final Selector selector;

	private final AtomicInteger begun = new AtomicInteger();

	private final AtomicInteger answered = new AtomicInteger();

	private final Thread thread;

	private volatile boolean over;

	/**
	 * A crowd that begins at once.
	 * @param port of the server
	 * @param count how many there are
	 * @param begin what each sends at once
	 * @param pause how long each waits before it sends another byte; none never does
	 */
	SlowCallers(int port, int count, String begin, @Nullable Duration pause) {
		this.server = new InetSocketAddress("127.0.0.1", port);
		this.begin = begin.getBytes(StandardCharsets.US_ASCII);
		this.pause = pause;
		try {
			this.selector = Selector.open();
			for (int i = 0; i < count; i++) {
				connect();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.thread = new Thread(this::run, "slow-callers");
		this.thread.start();
	}

	/** How many requests have begun. */
	int begun() {
		return this.begun.get();
	}

	/** How many answers have come, or the beginnings of such. */
	int answered() {
		return this.answered.get();
	}

	private void connect() throws IOException {
		SocketChannel channel = SocketChannel.open();
		channel.configureBlocking(false);
		channel.register(this.selector, SelectionKey.OP_CONNECT, new SlowCaller());
		channel.connect(this.server);
	}

	private void run() {
		ByteBuffer answer = ByteBuffer.allocate(8192);
		try {
			while (!this.over) {
				this.selector.select(20);
				for (SelectionKey key : this.selector.selectedKeys()) {
					go(key, answer);
				}
				this.selector.selectedKeys().clear();
				trickle();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void go(SelectionKey key, ByteBuffer answer) throws IOException {
		SocketChannel channel = (SocketChannel) key.channel();
		try {
			if (key.isConnectable() && channel.finishConnect()) {
				channel.write(ByteBuffer.wrap(this.begin));
				((SlowCaller) key.attachment()).sent = System.nanoTime();
				key.interestOps(SelectionKey.OP_READ);
				this.begun.incrementAndGet();
			}
			else if (key.isReadable()) {
				answer.clear();
				if (channel.read(answer) < 0) {
					again(channel);
				}
				else {
					this.answered.incrementAndGet();
				}
			}
		}
		catch (IOException turnedAway) {
			again(channel);
		}
	}

	private void again(SocketChannel channel) throws IOException {
		channel.close();
		connect();
	}

	private void trickle() throws IOException {
		if (this.pause == null) {
			return;
		}
		long now = System.nanoTime();
		for (SelectionKey key : this.selector.keys().toArray(SelectionKey[]::new)) {
			SlowCaller caller = (SlowCaller) key.attachment();
			if (key.isValid() && caller.sent != 0 && now - caller.sent > this.pause.toNanos()) {
				caller.sent = now;
				try {
					((SocketChannel) key.channel()).write(ByteBuffer.wrap(new byte[] { 'x' }));
				}
				catch (IOException turnedAway) {
					again((SocketChannel) key.channel());
				}
			}
		}
	}

	@Override
	public void close() {
		this.over = true;
		this.selector.wakeup();
		try {
			this.thread.join();
			for (SelectionKey key : this.selector.keys()) {
				key.channel().close();
			}
			this.selector.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** One of them. */
	private static final class SlowCaller {

		private long sent;

	}

}
