package io.exoscout.admission;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Somebody who goes about his business, and notes how long each answer took. */
final class OtherCallers {

	private static final int PATIENCE = 30_000;

	private final int port;

	private final String headers;

	private final List<Duration> took = new ArrayList<>();

	private final List<String> failures = new ArrayList<>();

	OtherCallers(int port, String headers) {
		this.port = port;
		this.headers = headers;
	}

	/** Asks in turn, each time over a connection of its own, until the time is over. */
	void call(Duration time) {
		long until = System.nanoTime() + time.toNanos();
		String order = "{\"model_name\": \"m\", \"seed\": 1}";
		while (System.nanoTime() < until) {
			call("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "");
			call("GET /fine HTTP/1.1\r\nHost: localhost\r\n%sConnection: close\r\n\r\n".formatted(this.headers), "");
			String head = "POST /order HTTP/1.1\r\nHost: localhost\r\n%sConnection: close\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
				.formatted(this.headers, order.length());
			call(head + order, "");
			call(head, order);
		}
	}

	private void call(String first, String then) {
		long began = System.nanoTime();
		try (Socket socket = new Socket()) {
			socket.setTcpNoDelay(true);
			socket.setSoTimeout(PATIENCE);
			socket.connect(new InetSocketAddress("127.0.0.1", this.port), PATIENCE);
			send(socket.getOutputStream(), first);
			send(socket.getOutputStream(), then);
			String answer = read(socket.getInputStream());
			if (!answer.startsWith("HTTP/1.1 200")) {
				this.failures.add(answer);
			}
		}
		catch (IOException ex) {
			this.failures.add(ex.toString());
		}
		this.took.add(Duration.ofNanos(System.nanoTime() - began));
	}

	private static void send(OutputStream out, String text) throws IOException {
		if (!text.isEmpty()) {
			out.write(text.getBytes(StandardCharsets.US_ASCII));
			out.flush();
		}
	}

	private static String read(InputStream in) throws IOException {
		return new String(in.readAllBytes(), StandardCharsets.UTF_8);
	}

	List<String> failures() {
		return this.failures;
	}

	/** The time that 99 of 100 answers took at most. */
	Duration p99() {
		List<Duration> sorted = new ArrayList<>(this.took);
		Collections.sort(sorted);
		return sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1);
	}

	int count() {
		return this.took.size();
	}

}
