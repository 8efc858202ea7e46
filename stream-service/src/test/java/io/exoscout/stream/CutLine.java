package io.exoscout.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line to a server, which can be cut and mended. */
final class CutLine implements AutoCloseable {

	private final ServerSocket plug;

	private final int target;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private volatile boolean cut;

	/**
	 * A line.
	 * @param target the port at its far end
	 */
	CutLine(int target) {
		this.target = target;
		try {
			this.plug = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		run(this::accept);
	}

	int port() {
		return this.plug.getLocalPort();
	}

	/** Ends all connections, and lets none be made. */
	void cut() {
		this.cut = true;
		this.sockets.forEach(CutLine::close);
	}

	void mend() {
		this.cut = false;
	}

	private void accept() {
		while (!this.plug.isClosed()) {
			try {
				Socket near = this.plug.accept();
				this.sockets.add(near);
				if (this.cut) {
					close(near);
				}
				else {
					Socket far = new Socket(InetAddress.getLoopbackAddress(), this.target);
					run(() -> pass(near, far));
					run(() -> pass(far, near));
				}
			}
			catch (IOException ex) {
				// closed, which ends the loop, or a client that did not wait
			}
		}
	}

	private void pass(Socket from, Socket to) {
		try (from; to) {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			byte[] buffer = new byte[1 << 14];
			for (int count = in.read(buffer); count >= 0 && !this.cut; count = in.read(buffer)) {
				out.write(buffer, 0, count);
			}
		}
		catch (IOException ex) {
			// one of both ends is gone, and the other is to notice
		}
		finally {
			this.sockets.remove(from);
		}
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void run(Runnable task) {
		Thread thread = new Thread(task, "line");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() {
		try {
			this.plug.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.sockets.forEach(CutLine::close);
	}

}
