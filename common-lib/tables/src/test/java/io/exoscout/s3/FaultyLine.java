package io.exoscout.s3;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Stands between a client and a server, and spoils what is asked next. */
final class FaultyLine implements AutoCloseable {

	private static final Set<String> OF_THE_CONNECTION = Set.of("connection", "content-length", "expect", "host",
			"upgrade", "transfer-encoding", "date", "keep-alive");

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final CountDownLatch closing = new CountDownLatch(1);

	private final Queue<Fault> next = new ConcurrentLinkedQueue<>();

	private final AtomicInteger asked = new AtomicInteger();

	private final String behind;

	private final HttpServer server;

	private volatile Fault always = Fault.NONE;

	FaultyLine(String behind) {
		this.behind = behind;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	/**
	 * What becomes of a request.
	 *
	 * @param status of an answer that the server behind knows nothing of, or 0
	 * @param code of that answer, or {@code silence}
	 * @param bytes after how many the connection is cut, or -1
	 */
	record Fault(int status, String code, int bytes) {

		static final Fault NONE = new Fault(0, "", -1);

		static Fault error(int status, String code) {
			return new Fault(status, code, -1);
		}

		static Fault silence() {
			return new Fault(0, "silence", -1);
		}

		static Fault cutAfter(int bytes) {
			return new Fault(0, "", bytes);
		}

	}

	FaultyLine next(Fault... faults) {
		this.next.addAll(List.of(faults));
		return this;
	}

	/** From now on, when those that come first are through. */
	FaultyLine always(Fault fault) {
		this.always = fault;
		return this;
	}

	/** How many requests have come. */
	int asked() {
		return this.asked.get();
	}

	String endpoint() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.asked.incrementAndGet();
		Fault coming = this.next.poll();
		Fault fault = (coming != null) ? coming : this.always;
		try (exchange) {
			byte[] body = exchange.getRequestBody().readAllBytes();
			if (fault.code().equals("silence")) {
				this.closing.await();
			}
			else if (fault.status() != 0) {
				refuse(exchange, fault);
			}
			else {
				pass(exchange, body, fault);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void refuse(HttpExchange exchange, Fault fault) throws IOException {
		byte[] text = "<Error><Code>%s</Code><Message>no</Message></Error>".formatted(fault.code())
			.getBytes(StandardCharsets.UTF_8);
		boolean head = exchange.getRequestMethod().equals("HEAD");
		exchange.sendResponseHeaders(fault.status(), head ? -1 : text.length);
		if (!head) {
			exchange.getResponseBody().write(text);
		}
	}

	private void pass(HttpExchange exchange, byte[] body, Fault fault) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.behind + exchange.getRequestURI()))
			.method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
		exchange.getRequestHeaders().forEach((name, values) -> {
			if (!OF_THE_CONNECTION.contains(name.toLowerCase())) {
				values.forEach((value) -> request.header(name, value));
			}
		});
		HttpResponse<byte[]> response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
		boolean head = exchange.getRequestMethod().equals("HEAD");
		response.headers().map().forEach((name, values) -> {
			if (!OF_THE_CONNECTION.contains(name) || (head && name.equals("content-length"))) {
				exchange.getResponseHeaders().put(name, values);
			}
		});
		byte[] answer = response.body();
		exchange.sendResponseHeaders(response.statusCode(), (answer.length == 0) ? -1 : answer.length);
		if (answer.length > 0) {
			OutputStream out = exchange.getResponseBody();
			out.write(answer, 0, (fault.bytes() < 0) ? answer.length : Math.min(fault.bytes(), answer.length));
			out.flush();
		}
	}

	@Override
	public void close() {
		this.closing.countDown();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
