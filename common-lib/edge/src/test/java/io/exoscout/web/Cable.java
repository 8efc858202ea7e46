package io.exoscout.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The line from a service to a server: whatever connects to its port is passed on. It can
 * be cut for a moment or until it is mended, which both ends notice, or go dead, which
 * nobody notices.
 */
public final class Cable implements AutoCloseable {

	private final ServerSocket plug;

	private final int target;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private boolean dead;

	private volatile boolean refusing;

	/**
	 * A line.
	 * @param target the port at its far end
	 */
	public Cable(int target) {
		this.target = target;
		try {
			this.plug = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		run(this::accept);
	}

	/** Where a service connects to. */
	public int port() {
		return this.plug.getLocalPort();
	}

	/** Ends all connections; new ones may be made at once. */
	public void cut() {
		this.sockets.forEach(Cable::close);
	}

	/** Ends all connections, and lets none be made. */
	public void refuse() {
		this.refusing = true;
		cut();
	}

	/** Lets connections be made again. */
	public void mend() {
		this.refusing = false;
	}

	/** Lets nothing through any more, in neither direction, without a word. */
	public synchronized void block() {
		this.dead = true;
	}

	/** Lets everything through again, also what came meanwhile. */
	public synchronized void unblock() {
		this.dead = false;
		notifyAll();
	}

	private synchronized void awaitAlive() throws InterruptedException {
		while (this.dead) {
			wait();
		}
	}

	private void accept() {
		while (!this.plug.isClosed()) {
			try {
				Socket near = this.plug.accept();
				run(() -> connect(near));
			}
			catch (IOException ex) {
				// closed, which ends the loop, or a client that did not wait
			}
		}
	}

	private void connect(Socket near) {
		try {
			awaitAlive();
			Socket far = new Socket(InetAddress.getLoopbackAddress(), this.target);
			far.setTcpNoDelay(true);
			near.setTcpNoDelay(true);
			this.sockets.add(near);
			this.sockets.add(far);
			if (this.refusing) {
				close(near);
				close(far);
			}
			run(() -> pass(far, near));
			pass(near, far);
		}
		catch (IOException ex) {
			// nobody at the far end
			close(near);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void pass(Socket from, Socket to) {
		byte[] buffer = new byte[1 << 14];
		try {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
				awaitAlive();
				out.write(buffer, 0, count);
			}
		}
		catch (IOException ex) {
			// one of both ends is gone, and the other is to notice
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			close(from);
			close(to);
			this.sockets.remove(from);
			this.sockets.remove(to);
		}
	}

	private static void run(Runnable task) {
		Thread thread = new Thread(task, "cable");
		thread.setDaemon(true);
		thread.start();
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.plug.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		unblock();
		cut();
	}

}
