package io.exoscout.jobs.stream;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import io.exoscout.caller.KeyFile;
import io.exoscout.caller.NamedKey;
import io.exoscout.caller.Role;
import io.exoscout.job.Job;
import io.exoscout.telemetry.JobEvent;
import io.exoscout.work.JobAnswer;
import io.exoscout.worker.FakeWork;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

class SocketControllerTests {

	private static final String KEY = "a-key-for-the-socket";

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static LiveStage stage;

	private static ConfigurableApplicationContext guarded;

	@BeforeAll
	static void start() {
		stage = new LiveStage();
		stage.clear();
		guarded = LiveStage.replica(Map.of("exoscout.security.api-keys", KEY));
	}

	@AfterAll
	static void stop() {
		guarded.close();
		stage.close();
	}

	@BeforeEach
	void clear() {
		stage.clear();
	}

	/** A client that remembers what it hears. */
	private static final class Socket implements WebSocket.Listener, AutoCloseable {

		private static final JsonMapper JSON = new JsonMapper();

		final List<JsonNode> messages = new CopyOnWriteArrayList<>();

		final StringBuilder part = new StringBuilder();

		final WebSocket socket;

		volatile int closed;

		Socket(ConfigurableApplicationContext replica, String... headers) {
			WebSocket.Builder builder = HTTP.newWebSocketBuilder();
			for (int i = 0; i < headers.length; i += 2) {
				builder.header(headers[i], headers[i + 1]);
			}
			this.socket = builder.buildAsync(URI.create("ws://localhost:" + LiveStage.port(replica) + "/ws/me"), this)
				.join();
		}

		Socket say(String json) {
			this.socket.sendText(json, true).join();
			return this;
		}

		@Override
		public synchronized CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
			this.part.append(data);
			if (last) {
				this.messages.add(JSON.readTree(this.part.toString()));
				this.part.setLength(0);
			}
			socket.request(1);
			return null;
		}

		@Override
		public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
			this.closed = status;
			return null;
		}

		JsonNode await(Predicate<JsonNode> wanted) {
			Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> this.messages.stream().anyMatch(wanted));
			return this.messages.stream().filter(wanted).findFirst().orElseThrow();
		}

		JsonNode awaitType(String type) {
			return await((message) -> message.path("type").stringValue("").equals(type));
		}

		@Override
		public void close() {
			this.socket.abort();
		}

	}

	@Test
	void answersPing() {
		try (Socket socket = new Socket(stage.one)) {
			socket.say("{\"type\": \"ping\"}").awaitType("pong");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "[]", "{\"type\": 3}", "{\"type\": \"dance\"}", "{\"type\": \"subscribe_task\"}", "",
			"{\"type\": \"ping\", \"loud\": true}",
			"{\"type\": \"subscribe_task\", \"task_id\": \"a\", \"last_event_id\": \"first\"}" })
	void whatIsWrongLeavesItOpen(String message) {
		try (Socket socket = new Socket(stage.one)) {
			assertThat(socket.say(message).awaitType("error").path("code").stringValue())
				.isEqualTo("malformed_request");
			socket.say("{\"type\": \"ping\"}").awaitType("pong");
		}
	}

	@Test
	void messageThatIsTooLongLeavesItOpen() {
		try (Socket socket = new Socket(stage.one)) {
			assertThat(socket.say("[".repeat(100_000)).awaitType("error").path("detail").stringValue())
				.contains("8192 characters");
			socket.say("{\"type\": \"ping\"}").awaitType("pong");
		}
	}

	@Test
	void binaryMessageLeavesItOpen() {
		try (Socket socket = new Socket(stage.one)) {
			socket.socket.sendBinary(ByteBuffer.wrap(new byte[20_000]), true).join();
			assertThat(socket.awaitType("error").path("detail").stringValue()).contains("binary");
			socket.say("{\"type\": \"ping\"}").awaitType("pong");
		}
	}

	@Test
	void endlessMessageEndsIt() {
		try (Socket socket = new Socket(stage.one)) {
			String part = " ".repeat(100_000);
			for (int i = 0; i < 10; i++) {
				socket.socket.sendText(part, false).join();
			}
			socket.socket.sendText(part, false);
			Awaitility.await().until(() -> socket.closed != 0);
		}
	}

	@Test
	void whoSubscribesAgainAndAgainStillHears() {
		try (Socket socket = new Socket(stage.one)) {
			for (int i = 0; i < 20; i++) {
				socket.say("{\"type\": \"subscribe_task\", \"task_id\": \"*\"}");
				socket.say("{\"type\": \"unsubscribe_task\", \"task_id\": \"*\"}");
			}
			socket.say("{\"type\": \"subscribe_task\", \"task_id\": \"*\"}");
			AtomicInteger jobs = new AtomicInteger();
			// what ends before it is let in stands in the snapshot
			Awaitility.await().pollInterval(Duration.ofMillis(200)).until(() -> {
				stage.submit("a" + jobs.incrementAndGet());
				return socket.messages.stream()
					.anyMatch((message) -> message.path("type").stringValue("").equals("completed"));
			});
		}
	}

	@Test
	void tellsOfTheJobsThatItSubscribesTo() {
		try (Socket socket = new Socket(stage.one)) {
			stage.work.task = FakeWork.ENDLESS;
			stage.submit("a");
			socket.say("{\"type\": \"subscribe_task\", \"task_id\": \"a\"}");
			assertThat(socket.awaitType("subscribed").path("task_id").stringValue()).isEqualTo("a");
			socket.awaitType("snapshot");
			stage.jobs.cancel("a");
			socket.await((message) -> message.path("status").stringValue("").equals("cancelled"));
			stage.work.reset();
			stage.jobs.retry("a");
			socket.awaitType("completed");
		}
	}

	@Test
	void goesOnFromWhereItWas() {
		Job queued = stage.submit("a");
		Awaitility.await().until(() -> stage.jobs.find("a").orElseThrow().status().isFinal());
		try (Socket socket = new Socket(stage.two)) {
			socket.say("{\"type\": \"subscribe_task\", \"task_id\": \"a\", \"last_event_id\": %d}"
				.formatted(JobEvent.id(Objects.requireNonNull(queued.course().revision()), 0)));
			socket.awaitType("completed");
			assertThat(socket.messages).noneMatch((message) -> message.path("type").stringValue("").equals("snapshot"));
		}
	}

	@Test
	void tellsNoMoreOfWhatItUnsubscribedFrom() {
		try (Socket socket = new Socket(stage.one)) {
			stage.work.task = FakeWork.ENDLESS;
			stage.submit("a");
			socket.say("{\"type\": \"subscribe_task\", \"task_id\": \"a\"}").awaitType("snapshot");
			socket.say("{\"type\": \"unsubscribe_task\", \"task_id\": \"a\"}").awaitType("unsubscribed");
			stage.jobs.cancel("a");
			Awaitility.await().until(() -> stage.jobs.find("a").orElseThrow().status().isFinal());
			int before = socket.messages.size();
			Awaitility.await()
				.until(() -> socket.messages.stream()
					.skip(before)
					.filter((message) -> message.path("type").stringValue("").equals("heartbeat"))
					.count() > 2);
			assertThat(socket.messages)
				.noneMatch((message) -> message.path("status").stringValue("").equals("cancelled"));
		}
	}

	@Test
	void saysThatThereIsNoSuchJob() {
		try (Socket socket = new Socket(stage.one)) {
			socket.say("{\"type\": \"subscribe_task\", \"task_id\": \"none\"}");
			assertThat(socket.awaitType("error").path("code").stringValue()).isEqualTo("job_not_found");
			socket.say("{\"type\": \"ping\"}").awaitType("pong");
		}
	}

	@Test
	void saysNothingToStrangers() {
		try (Socket socket = new Socket(guarded)) {
			socket.say("{\"type\": \"subscribe_task\", \"task_id\": \"a\"}");
			assertThat(socket.awaitType("error").path("code").stringValue()).isEqualTo("unauthorized");
		}
	}

	@Test
	void listensToWhoShowsAKeyInTheFirstMessage() {
		try (Socket socket = new Socket(guarded)) {
			socket.say("{\"type\": \"authenticate\", \"api_key\": \"wrong\"}").awaitType("error");
			socket.say("{\"type\": \"authenticate\", \"api_key\": \"%s\"}".formatted(KEY)).awaitType("authenticated");
			socket.say("{\"type\": \"ping\"}").awaitType("pong");
		}
	}

	@Test
	void listensToWhoShowsAKeyInAHeader() {
		try (Socket socket = new Socket(guarded, "X-API-Key", KEY)) {
			socket.say("{\"type\": \"ping\"}").awaitType("pong");
		}
	}

	@Test
	void endsForWhoeverShowedAKeyThatIsRevoked(@TempDir Path dir) throws IOException {
		KeyFile file = new KeyFile(dir.resolve("keys"));
		String inHeader = NamedKey.random();
		String inMessage = NamedKey.random();
		String other = NamedKey.random();
		file.add(new NamedKey("ada", Role.READER, NamedKey.digest(inHeader)));
		file.add(new NamedKey("bob", Role.READER, NamedKey.digest(inMessage)));
		file.add(new NamedKey("eve", Role.READER, NamedKey.digest(other)));
		try (ConfigurableApplicationContext replica = LiveStage
			.replica(Map.of("exoscout.security.key-file", file.path().toString()));
				Socket ada = new Socket(replica, "X-API-Key", inHeader);
				Socket bob = new Socket(replica);
				Socket eve = new Socket(replica, "X-API-Key", other);
				HeardEvents stream = HeardEvents.of(LiveStage.port(replica), JobAnswer.JOBS + "/events", "X-API-Key",
						inHeader)) {
			bob.say("{\"type\": \"authenticate\", \"api_key\": \"%s\"}".formatted(inMessage))
				.awaitType("authenticated");
			ada.say("{\"type\": \"ping\"}").awaitType("pong");
			stream.awaitType("snapshot");
			file.revoke("ada");
			file.revoke("bob");
			Awaitility.await().until(() -> ada.closed == 1008 && bob.closed == 1008);
			stream.toTheEnd();
			eve.say("{\"type\": \"ping\"}").awaitType("pong");
			assertThat(eve.closed).isZero();
		}
	}

	@Test
	void sendsStrangersAwayAfterAWhile() {
		try (Socket socket = new Socket(guarded)) {
			Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> socket.closed == 1008);
		}
	}

	@Test
	void pagesOfOtherOriginsCanNotOpenOne() {
		assertThatException().isThrownBy(() -> new Socket(stage.one, "Origin", "https://elsewhere.example"))
			.withCauseInstanceOf(WebSocketHandshakeException.class);
	}

	@Test
	void plainRequestsAreTold() throws Exception {
		int status = HTTP
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + LiveStage.port(stage.one) + "/ws/me"))
				.build(), BodyHandlers.ofString())
			.statusCode();
		assertThat(status).isEqualTo(400);
	}

}
