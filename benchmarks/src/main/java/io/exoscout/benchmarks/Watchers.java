package io.exoscout.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many clients that listen to server-sent events and look at none of them, in one thread:
 * on a machine with few cores they must cost less than what is measured.
 */
final class Watchers implements AutoCloseable {

	private static final int BUFFER = 1 << 16;

	private static final String ACCEPTED = "HTTP/1.1 200";

	private final Selector selector;

	private final List<SocketChannel> clients = new ArrayList<>();

	private final AtomicInteger answered = new AtomicInteger();

	private final AtomicInteger gone = new AtomicInteger();

	private final AtomicLong heard = new AtomicLong();

	private final Thread reader = new Thread(this::read, "watchers");

	private Watchers(Selector selector) {
		this.selector = selector;
	}

	/** Returns when all have the beginning of an answer. */
	static Watchers connect(URI events, int count) throws IOException {
		Watchers watchers = new Watchers(Selector.open());
		byte[] request = "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n"
			.formatted(events.getPath(), events.getAuthority())
			.getBytes(StandardCharsets.US_ASCII);
		for (int i = 0; i < count; i++) {
			SocketChannel client = SocketChannel.open(new InetSocketAddress(events.getHost(), events.getPort()));
			client.write(ByteBuffer.wrap(request));
			client.configureBlocking(false);
			client.register(watchers.selector, SelectionKey.OP_READ);
			watchers.clients.add(client);
		}
		watchers.reader.setDaemon(true);
		watchers.reader.start();
		synchronized (watchers) {
			while (watchers.answered.get() < count && watchers.gone.get() == 0) {
				try {
					watchers.wait();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
					throw new IOException("Interrupted", ex);
				}
			}
		}
		watchers.requireAll();
		return watchers;
	}

	private void read() {
		ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
		while (this.selector.isOpen()) {
			try {
				this.selector.select((key) -> take(key, buffer));
			}
			catch (ClosedSelectorException ex) {
				return;
			}
			catch (IOException ex) {
				throw new IllegalStateException("The clients can not be read", ex);
			}
		}
	}

	private void take(SelectionKey key, ByteBuffer buffer) {
		int count;
		try {
			count = ((SocketChannel) key.channel()).read(buffer.clear());
		}
		catch (IOException cutOff) {
			count = -1;
		}
		if (count < 0) {
			key.cancel();
			tell(this.gone);
			return;
		}
		this.heard.addAndGet(count);
		if (key.attachment() == null) {
			key.attach(Boolean.TRUE);
			byte[] begin = new byte[Math.min(count, ACCEPTED.length())];
			buffer.flip().get(begin);
			tell(new String(begin, StandardCharsets.US_ASCII).equals(ACCEPTED) ? this.answered : this.gone);
		}
	}

	private synchronized void tell(AtomicInteger clients) {
		clients.incrementAndGet();
		notifyAll();
	}

	/** Bytes, of all together. */
	long heard() {
		return this.heard.get();
	}

	/** Clients that were refused or cut off would make the others look cheap. */
	void requireAll() throws IOException {
		if (this.gone.get() > 0) {
			throw new IOException("%d of %d clients were let go".formatted(this.gone.get(), this.clients.size()));
		}
	}

	@Override
	public void close() throws IOException {
		for (SocketChannel client : this.clients) {
			client.close();
		}
		this.selector.close();
	}

}
