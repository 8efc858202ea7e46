package io.exoscout.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A kept-alive connection that sends the same kind of request again and again, over a
 * plain socket. It does as little as a client of HTTP can, since it shares the processors
 * with what it measures: of an answer it understands the status, how long it is and
 * whether the connection ends with it, and passes over the rest. The JDK's own client
 * would take several times as long.
 */
final class RowConnection implements AutoCloseable {

	/** More than all headers of an answer may have together. */
	private static final int LONGEST_LINE = 1 << 13;

	private final Socket socket;

	private final OutputStream out;

	private final InputStream in;

	private final String head;

	private final byte[] line = new byte[LONGEST_LINE];

	private boolean open = true;

	RowConnection(URI suite, String path) throws IOException {
		this.socket = new Socket(suite.getHost(), suite.getPort());
		this.socket.setTcpNoDelay(true);
		this.out = this.socket.getOutputStream();
		this.in = new BufferedInputStream(this.socket.getInputStream(), 1 << 14);
		this.head = "POST %s HTTP/1.1\r\nHost: %s:%d\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: "
			.formatted(path, suite.getHost(), suite.getPort());
	}

	/**
	 * Sends a request and reads its answer to the end.
	 * @param body JSON
	 * @return the status code
	 */
	int post(byte[] body) throws IOException {
		byte[] start = (this.head + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
		byte[] request = new byte[start.length + body.length];
		System.arraycopy(start, 0, request, 0, start.length);
		System.arraycopy(body, 0, request, start.length, body.length);
		this.out.write(request);
		int status = Integer.parseInt(line().split(" ")[1]);
		int length = -1;
		for (int read = readLine(); read > 0; read = readLine()) {
			// both that matter begin so
			if ((this.line[0] | ' ') == 'c') {
				String header = text(read).toLowerCase(Locale.ROOT);
				length = header.startsWith("content-length:") ? Integer.parseInt(header.substring(15).strip()) : length;
				this.open &= !header.equals("connection: close");
			}
		}
		if (length >= 0) {
			this.in.skipNBytes(length);
		}
		else {
			skipChunks();
		}
		return status;
	}

	/** Whether another request may follow; servers end a connection now and then. */
	boolean isOpen() {
		return this.open;
	}

	private void skipChunks() throws IOException {
		for (int chunk = size(); chunk > 0; chunk = size()) {
			this.in.skipNBytes(chunk + 2L);
		}
		line();
	}

	private int size() throws IOException {
		return Integer.parseInt(line(), 16);
	}

	private String line() throws IOException {
		return text(readLine());
	}

	private String text(int length) {
		return new String(this.line, 0, length, StandardCharsets.US_ASCII);
	}

	/** Reads a line and says how long it is. */
	private int readLine() throws IOException {
		int length = 0;
		for (int next = this.in.read(); next != '\n'; next = this.in.read()) {
			if (next < 0 || length == LONGEST_LINE) {
				throw new IOException((next < 0) ? "The connection was closed" : "A header is too long");
			}
			if (next != '\r') {
				this.line[length++] = (byte) next;
			}
		}
		return length;
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
