package io.exoscout.suite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Clients of the predictor that leave, or take their time, over connections of their own.
 */
@SuiteTest
class BrokenConnectionTests {

	/** So many that their predictions do not fit between the two ends of a connection. */
	private static final byte[] LARGE = WrittenTable.kepler(711, 60_000);

	private static final byte[] SMALL = WrittenTable.kepler(712, 3);

	private static final String ALIAS = Client.PREDICTIONS + "/models/aliases/broken-connection";

	private final Client client;

	private final RunningSuite suite;

	BrokenConnectionTests(Client client, RunningSuite suite) {
		this.client = client;
		this.suite = suite;
	}

	private String trained(String name, int trees) {
		String params = "{\"algorithm\": \"gradient_boosting\", \"model_name\": \"%s\", \"hyperparameters\": {\"n_estimators\": %d}}"
			.formatted(name, trees);
		return this.client.trained(WrittenTable.kepler(710, 120), params).get("job_id").asString();
	}

	private Socket connected() throws IOException {
		Socket socket = new Socket();
		// little is on its way to a client that does not read
		socket.setReceiveBufferSize(4096);
		socket.setSoTimeout(60_000);
		socket.connect(new InetSocketAddress("localhost", this.suite.port()));
		return socket;
	}

	private static byte[] request(String query, byte[] table) {
		String head = """
				POST %s?%s HTTP/1.1
				Host: localhost
				Content-Type: text/csv
				Content-Length: %d
				Connection: close

				""".replace("\n", "\r\n").formatted(Client.PREDICTIONS, query, table.length);
		ByteArrayOutputStream request = new ByteArrayOutputStream();
		request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
		request.writeBytes(table);
		return request.toByteArray();
	}

	private static void send(Socket socket, byte[] request) throws IOException {
		OutputStream out = socket.getOutputStream();
		out.write(request);
		out.flush();
	}

	/** Whether anybody works for a client. */
	private static boolean working() {
		return Thread.getAllStackTraces()
			.values()
			.stream()
			.flatMap(Arrays::stream)
			.anyMatch((frame) -> frame.getClassName().startsWith("io.exoscout.predictor.Prediction")
					|| frame.getClassName().startsWith("io.exoscout.predictor.scoring.Scoring"));
	}

	private void assertNothingIsLeftOf(Set<Path> before) {
		await().atMost(Duration.ofSeconds(2))
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(5))
			.until(() -> !working() && Home.bytes(this.suite).equals(before));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whoLeavesAfterAnyByteOfARequestLeavesNothingBehind(boolean abruptly) throws IOException {
		byte[] request = request("job_id=" + trained("leaving", 20), SMALL);
		Set<Path> before = Home.bytes(this.suite);
		for (int sent = 1; sent < request.length; sent++) {
			try (Socket socket = connected()) {
				send(socket, Arrays.copyOf(request, sent));
				if (abruptly) {
					socket.setSoLinger(true, 0);
				}
			}
			assertNothingIsLeftOf(before);
		}
		this.client.assertHealthy();
	}

	@Test
	void whoLeavesInTheMiddleOfALargeRequestLeavesNothingBehind() throws IOException {
		byte[] request = request("job_id=" + trained("leaving", 20), LARGE);
		Set<Path> before = Home.bytes(this.suite);
		for (int tenth = 1; tenth < 10; tenth++) {
			try (Socket socket = connected()) {
				send(socket, Arrays.copyOf(request, request.length / 10 * tenth));
			}
		}
		assertNothingIsLeftOf(before);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 100, 1000, 20_000, 1_000_000 })
	void whoLeavesWhileAnAnswerComesLeavesNothingBehind(int read) throws IOException {
		byte[] request = request("format=json&job_id=" + trained("leaving", 20), LARGE);
		Set<Path> before = Home.bytes(this.suite);
		try (Socket socket = connected()) {
			send(socket, request);
			assertThat(socket.getInputStream().readNBytes(read)).startsWith('H');
			assertThat(working()).isTrue();
		}
		assertNothingIsLeftOf(before);
	}

	/** One model says all of it, though it is gone and its alias elsewhere. */
	@Test
	void anAnswerOnItsWayIsThatOfOneModel() throws IOException {
		String one = trained("on-its-way-one", 21);
		String two = trained("on-its-way-two", 25);
		this.client.send("DELETE", ALIAS, BodyPublishers.noBody(), "If-Match", "*");
		point("on-its-way-one", "If-None-Match", "*");
		String expected = body(LARGE, "format=csv&job_id=" + one);
		assertThat(body(LARGE, "format=csv&job_id=" + two)).isNotEqualTo(expected);
		try (Socket socket = connected()) {
			send(socket, request("format=csv&model=broken-connection", LARGE));
			InputStream in = socket.getInputStream();
			String begun = new String(in.readNBytes(4000), StandardCharsets.UTF_8);
			assertThat(begun).startsWith("HTTP/1.1 200").contains("X-Model-Id: " + one);
			point("on-its-way-two", "If-Match", "*");
			this.client.delete(Client.JOBS + "/" + one).json(200);
			this.client.get(Client.PREDICTIONS + "/models/" + one).problem(404, "model_not_found");
			assertThat(working()).isTrue();
			String answer = unchunked(begun + new String(in.readAllBytes(), StandardCharsets.UTF_8));
			assertThat(answer.equals(expected)).as("the answer is that of the first model").isTrue();
		}
		this.client.send("DELETE", ALIAS, BodyPublishers.noBody(), "If-Match", "*");
	}

	private void point(String model, String... headers) {
		List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
		all.addAll(List.of(headers));
		Answer answer = this.client.send("PUT", ALIAS, BodyPublishers.ofString("{\"model\": \"%s\"}".formatted(model)),
				all.toArray(String[]::new));
		assertThat(answer.status()).as(answer.text()).isIn(200, 201);
	}

	private String body(byte[] table, String query) {
		Answer answer = this.client.send("POST", Client.PREDICTIONS + "?" + query, BodyPublishers.ofByteArray(table),
				"Content-Type", "text/csv");
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		return answer.text();
	}

	/** The body of an answer in chunks, all of whose characters are bytes (RFC 9112). */
	private static String unchunked(String answer) {
		StringBuilder body = new StringBuilder();
		int at = answer.indexOf("\r\n\r\n") + 4;
		while (true) {
			int end = answer.indexOf("\r\n", at);
			int length = Integer.parseInt(answer.substring(at, end), 16);
			if (length == 0) {
				return body.toString();
			}
			body.append(answer, end + 2, end + 2 + length);
			at = end + 2 + length + 2;
		}
	}

	@Test
	void tenLargeTablesKeepNoSmallOneWaitingAndNoThreadsForThemselves() throws IOException {
		String job = trained("leaving", 20);
		Set<Path> before = Home.bytes(this.suite);
		List<Socket> large = new ArrayList<>();
		try {
			for (int i = 0; i < 10; i++) {
				Socket socket = connected();
				large.add(socket);
				send(socket, request("format=json&job_id=" + job, LARGE));
			}
			for (Socket socket : large) {
				// from here on it does not read
				assertThat(socket.getInputStream().readNBytes(100)).startsWith('H');
			}
			assertThat(body(SMALL, "format=csv&job_id=" + job).lines()).hasSize(4);
			assertThat(scoring()).isEqualTo(Runtime.getRuntime().availableProcessors());
			assertThat(large).allMatch((socket) -> !socket.isClosed());
			assertThat(working()).isTrue();
		}
		finally {
			for (Socket socket : large) {
				socket.close();
			}
		}
		assertNothingIsLeftOf(before);
	}

	private static long scoring() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("exoscout-scoring"))
			.count();
	}

}
