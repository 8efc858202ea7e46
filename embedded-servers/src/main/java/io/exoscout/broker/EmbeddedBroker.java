package io.exoscout.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * An AMQP 0-9-1 broker (Apache Qpid Broker-J) in this process. Reachable from this
 * machine only, on a free port, with a password made up at every start. Messages live in
 * a Berkeley DB below the given directory; a confirmed one survives {@code kill -9}.
 * While the disk is full it is away, and comes back by itself at the same port.
 */
public final class EmbeddedBroker implements AutoCloseable {

	/** So many bytes have to be free on its disk for it to start. */
	public static final long ROOM = 64 << 20;

	/** It stops while less is free, so that it can finish what it began to write. */
	private static final long LEAST = ROOM / 4 * 3;

	private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);

	private final Path dir;

	private final int port;

	private final String password;

	private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "broker-watch");
		thread.setDaemon(true);
		return thread;
	});

	/** Nothing while there is no room for one. */
	private @Nullable Qpid running;

	private boolean closed;

	/** How often in a row it did not come back. */
	private int failures;

	private EmbeddedBroker(Path dir, Qpid running, String password) {
		this.dir = dir;
		this.running = running;
		this.port = running.port();
		this.password = password;
		this.watch.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
	}

	/**
	 * Starts a broker; it takes connections when this returns.
	 * @param dir where it keeps its data
	 * @return the running broker
	 * @throws IOException if the directory can not be written
	 */
	public static EmbeddedBroker start(Path dir) throws IOException {
		return start(dir, 0, UUID.randomUUID().toString());
	}

	public static EmbeddedBroker start(Path dir, int port, String password) throws IOException {
		Files.createDirectories(dir);
		return new EmbeddedBroker(dir, Qpid.start(dir, port, password), password);
	}

	private synchronized void look() {
		try {
			long free = this.dir.toFile().getUsableSpace();
			if (this.running != null && (free < LEAST || !this.running.isSound())) {
				log.warn("The embedded broker stops, with {} MB free on the disk of {}", free >> 20, this.dir);
				Qpid stopping = this.running;
				// whatever becomes of this one, another one can be started
				this.running = null;
				stopping.close();
			}
			if (this.running == null && !this.closed && free >= ROOM) {
				this.running = Qpid.start(this.dir, this.port, this.password);
				this.failures = 0;
				log.info("The embedded broker is back, with {} MB free on the disk of {}", free >> 20, this.dir);
			}
		}
		catch (IOException | RuntimeException | LinkageError | AssertionError ex) {
			// tried again in a second, and said once
			log.atLevel((this.failures++ == 0) ? Level.WARN : Level.DEBUG)
				.setCause(ex)
				.log("The embedded broker does not come back");
		}
	}

	/** For tests: as if a write had failed. */
	synchronized void failFiles() {
		Objects.requireNonNull(this.running).failFiles();
	}

	public int port() {
		return this.port;
	}

	public String username() {
		return Qpid.USERNAME;
	}

	public String password() {
		return this.password;
	}

	@Override
	public void close() {
		this.watch.shutdown();
		stop();
	}

	private synchronized void stop() {
		this.closed = true;
		if (this.running != null) {
			this.running.close();
			this.running = null;
		}
	}

}
