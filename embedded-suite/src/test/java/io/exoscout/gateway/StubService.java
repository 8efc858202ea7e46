package io.exoscout.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Something behind the gateway: says its name, or whatever a test has it say. */
final class StubService implements AutoCloseable {

	private final String name;

	private final HttpServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private volatile Reply reply;

	StubService(String name) throws IOException {
		this.name = name;
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::handle);
		this.server.start();
		tellsItsName();
	}

	/** What a service does with a request. */
	interface Reply {

		void to(HttpExchange exchange) throws Exception;

	}

	String name() {
		return this.name;
	}

	String address() {
		return "127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** From now on. */
	void replies(Reply reply) {
		this.reply = reply;
	}

	void tellsItsName() {
		replies((exchange) -> answer(exchange, 200, "text/plain",
				this.name + " " + exchange.getRequestMethod() + " " + exchange.getRequestURI()));
	}

	static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
		byte[] body = text.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", type);
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.reply.to(exchange);
		}
		catch (IOException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IOException(ex);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
