package io.exoscout.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import io.exoscout.job.JobType;
import io.exoscout.work.WorkTopology;

/** Puts messages into the queue that no service of ours has sent there. */
final class Forger {

	private static final int HUGE = 4 << 20;

	private final ConnectionFactory connections = new ConnectionFactory();

	private final Ledger ledger;

	private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

	Forger(int brokerPort, Ledger ledger) {
		this.connections.setPort(brokerPort);
		this.connections.setHost("127.0.0.1");
		this.ledger = ledger;
	}

	/** One forgery of a random kind, in any queue. */
	void forge(Random random) {
		String queue = random.nextInt(4) == 0 ? WorkTopology.queue(JobType.PREDICTION)
				: WorkTopology.queue(JobType.TRAINING);
		switch (random.nextInt(7)) {
			case 0 -> send(queue, "duplicate messages", Collections.nCopies(3, request(known(random), 0)));
			case 1 -> send(queue, "reordered messages", reordered(random));
			case 2 -> send(queue, "messages for jobs nobody knows", List.of(request(hex(random, 32), 0)));
			case 3 -> sendUnreadable(queue, "unreadable messages", hex(random, 20));
			case 4 -> sendUnreadable(queue, "messages of an unknown version",
					"{\"version\":99,\"job_id\":\"%s\",\"attempt\":0}".formatted(known(random)));
			case 5 -> sendUnreadable(queue, "huge unreadable messages", hex(random, 8).repeat(HUGE / 16));
			default ->
				send(queue, "huge messages", List.of("{\"version\":1,\"job_id\":\"%s\",\"attempt\":0,\"note\":\"%s\"}"
					.formatted(known(random), "x".repeat(HUGE))));
		}
	}

	/** Whether a dead letter is one that could not be read, by our own doing. */
	boolean isUnreadable(byte[] body) {
		return this.unreadable.contains(new String(body, StandardCharsets.UTF_8));
	}

	private List<String> reordered(Random random) {
		List<String> messages = new ArrayList<>();
		for (int i = 5; i > 0; i--) {
			messages.add(request(known(random), i));
		}
		return messages;
	}

	private String known(Random random) {
		return this.ledger.accepted().isEmpty() ? hex(random, 32) : this.ledger.anyAccepted();
	}

	private static String request(String jobId, int attempt) {
		return "{\"version\":1,\"job_id\":\"%s\",\"attempt\":%d}".formatted(jobId, attempt);
	}

	private static String hex(Random random, int bytes) {
		byte[] any = new byte[bytes];
		random.nextBytes(any);
		return HexFormat.of().formatHex(any);
	}

	private void sendUnreadable(String queue, String what, String message) {
		this.unreadable.add(message);
		send(queue, what, List.of(message));
	}

	private void send(String queue, String what, List<String> messages) {
		AMQP.BasicProperties persistent = MessageProperties.MINIMAL_PERSISTENT_BASIC;
		try (Connection connection = this.connections.newConnection(); Channel channel = connection.createChannel()) {
			for (String message : messages) {
				channel.basicPublish("", queue, persistent, message.getBytes(StandardCharsets.UTF_8));
			}
			this.ledger.count(what);
		}
		catch (IOException | TimeoutException ex) {
			this.ledger.count("forgeries the broker was not there for");
		}
	}

}
