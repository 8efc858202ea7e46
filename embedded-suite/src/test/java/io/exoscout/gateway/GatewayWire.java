package io.exoscout.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * HTTP/1.1 by hand: a client that says what it likes and hears what comes, when it comes.
 */
final class GatewayWire implements AutoCloseable {

	private static final JsonMapper JSON = new JsonMapper();

	private static final int PATIENCE_MILLIS = 30_000;

	private final Socket socket;

	private final BufferedReader in;

	GatewayWire(Socket socket) throws IOException {
		this.socket = socket;
		socket.setSoTimeout(PATIENCE_MILLIS);
		this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
	}

	/**
	 * An answer.
	 *
	 * @param status the status code
	 * @param headers by name in lower case
	 * @param body what followed
	 */
	record WireAnswer(int status, Map<String, String> headers, String body) {

		JsonNode json() {
			return JSON.readTree(this.body);
		}

		String header(String name) {
			return this.headers.get(name);
		}

	}

	/** Sends lines of a request as they are; an empty one ends its head. */
	GatewayWire send(String... lines) throws IOException {
		return sendRaw(String.join("\r\n", lines) + "\r\n");
	}

	GatewayWire sendRaw(String text) throws IOException {
		this.socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
		this.socket.getOutputStream().flush();
		return this;
	}

	/** The next line, without its end. */
	String line() throws IOException {
		return this.in.readLine();
	}

	/** The whole answer; the connection has to end with it. */
	WireAnswer answer() throws IOException {
		int status = Integer.parseInt(line().split(" ")[1]);
		Map<String, String> headers = new TreeMap<>();
		for (String line = line(); !line.isEmpty(); line = line()) {
			String[] parts = line.split(": ", 2);
			headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
		}
		StringBuilder body = new StringBuilder();
		for (int character = this.in.read(); character >= 0; character = this.in.read()) {
			body.append((char) character);
		}
		return new WireAnswer(status, headers, body.toString());
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
