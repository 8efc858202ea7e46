package io.exoscout.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

import io.exoscout.servers.RabbitMqNode;

/** RabbitMQ, a node of its own. */
final class ChaosBroker extends Player implements AutoCloseable {

	private final RabbitMqNode node;

	/** Takes connections from now on. */
	ChaosBroker() {
		super("broker");
		try {
			this.node = RabbitMqNode.start(Files.createTempDirectory("rabbit"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int port() {
		return this.node.port();
	}

	@Override
	String kind() {
		return "broker";
	}

	@Override
	void start() {
		try {
			this.node.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	void awaitReady() {
		// started is ready
	}

	@Override
	void kill() {
		this.node.kill();
	}

	@Override
	void stop() {
		this.node.stop();
	}

	@Override
	public void close() {
		this.node.close();
	}

}
