package io.exoscout.jobs.stream;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

import io.exoscout.jobs.live.LiveFeeds;
import io.exoscout.jobs.live.LiveSettings;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.security.SocketCredentials;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.SmartLifecycle;

/**
 * All connections that stay open. Ends them when the service stops: it would wait for
 * their answers.
 */
public final class LiveClients implements SmartLifecycle {

	/** How long whoever may listen no longer still hears something, at most. */
	private static final Duration CHECK = Duration.ofSeconds(1);

	private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

	private final Set<OpenConnection> sockets = ConcurrentHashMap.newKeySet();

	private final SocketCredentials credentials;

	private volatile boolean running;

	public LiveClients(LiveFeeds feeds, LiveSettings settings, SocketCredentials credentials, MeterRegistry meters) {
		this.credentials = credentials;
		feeds.every(CHECK, this::check);
		feeds.every(settings.beat(), this::beat);
		gauge(meters, "events", this.streams);
		gauge(meters, "websocket", this.sockets);
	}

	private static void gauge(MeterRegistry meters, String by, Set<?> clients) {
		Gauge.builder("exoscout.live.clients", clients, Set::size)
			.description("Clients that listen to jobs")
			.tag("by", by)
			.register(meters);
	}

	EventStream open(HttpServletRequest request, HttpServletResponse response, int most, EventStream.Leaving leaving)
			throws IOException {
		requireRunning();
		BooleanSupplier allowed = this.credentials.of(request.getUserPrincipal()).orElse(() -> false);
		EventStream stream = EventStream.open(request, response, most, allowed, (left) -> {
			this.streams.remove(left);
			leaving.left(left);
		});
		this.streams.add(stream);
		return stream;
	}

	void requireRunning() {
		if (!this.running) {
			throw new ProblemException(ErrorCode.SERVICE_UNAVAILABLE,
					"This service is stopping; come back in a moment.");
		}
	}

	void add(OpenConnection socket) {
		this.sockets.add(socket);
	}

	void remove(OpenConnection socket) {
		this.sockets.remove(socket);
	}

	private void check() {
		this.streams.forEach(EventStream::check);
		this.sockets.forEach(OpenConnection::check);
	}

	private void beat() {
		this.streams.forEach(EventStream::beat);
		this.sockets.forEach(OpenConnection::beat);
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		this.streams.forEach(EventStream::leave);
		this.sockets.forEach(OpenConnection::leave);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
