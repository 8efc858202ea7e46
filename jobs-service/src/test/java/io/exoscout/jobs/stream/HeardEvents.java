package io.exoscout.jobs.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Listens to an event stream, as a browser does. */
final class HeardEvents implements AutoCloseable {

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static final JsonMapper JSON = new JsonMapper();

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	/** What was heard, whole. */
	final List<JsonNode> events = new CopyOnWriteArrayList<>();

	/** Ids and types as they were sent beside the data. */
	final List<String> names = new CopyOnWriteArrayList<>();

	final List<String> comments = new CopyOnWriteArrayList<>();

	final int status;

	private final InputStream body;

	private final Thread reader;

	private HeardEvents(HttpResponse<InputStream> response) {
		this.status = response.statusCode();
		this.body = response.body();
		this.reader = new Thread(this::read, "listening");
		this.reader.start();
	}

	static HeardEvents of(int port, String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
			.header("Accept", "text/event-stream");
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		try {
			return new HeardEvents(HTTP.send(request.build(), BodyHandlers.ofInputStream()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void read() {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(this.body, StandardCharsets.UTF_8))) {
			String id = "";
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.startsWith("id: ")) {
					id = line.substring(4);
				}
				else if (line.startsWith("event: ")) {
					this.names.add(id + " " + line.substring(7));
				}
				else if (line.startsWith("data: ")) {
					this.events.add(JSON.readTree(line.substring(6)));
				}
				else if (line.startsWith(":")) {
					this.comments.add(line);
				}
			}
		}
		catch (IOException ex) {
			this.comments.add("cut off: " + ex.getMessage());
		}
	}

	List<String> types() {
		return this.events.stream().map((event) -> event.path("type").stringValue()).toList();
	}

	List<Long> ids() {
		return this.events.stream().map((event) -> event.path("id").longValue()).toList();
	}

	void await(Predicate<JsonNode> heard) {
		Awaitility.await().atMost(PATIENCE).until(() -> this.events.stream().anyMatch(heard));
	}

	void awaitType(String type) {
		await((event) -> event.path("type").stringValue().equals(type));
	}

	/** Until the other side has nothing more to say. */
	HeardEvents toTheEnd() {
		Awaitility.await().atMost(PATIENCE).until(() -> !this.reader.isAlive());
		return this;
	}

	@Override
	public void close() throws IOException {
		this.body.close();
	}

}
