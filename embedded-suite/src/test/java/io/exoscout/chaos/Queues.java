package io.exoscout.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import io.exoscout.job.JobType;
import io.exoscout.work.WorkTopology;

/** The queues of a run, read past all services after it. */
final class Queues {

	private final ConnectionFactory connections = new ConnectionFactory();

	Queues(int port) {
		this.connections.setHost("127.0.0.1");
		this.connections.setPort(port);
	}

	/** How many requests nobody has taken yet. */
	long waiting() {
		return ask((channel) -> {
			long sum = 0;
			for (JobType type : JobType.values()) {
				sum += channel.messageCount(WorkTopology.queue(type));
			}
			return sum;
		});
	}

	/** All dead letters; they stay where they are. */
	List<byte[]> deadLetters() {
		return ask((channel) -> {
			List<byte[]> bodies = new ArrayList<>();
			for (JobType type : JobType.values()) {
				readAll(channel, WorkTopology.deadLetters(type), bodies);
			}
			return bodies;
		});
	}

	private static void readAll(Channel channel, String queue, List<byte[]> bodies) throws IOException {
		GetResponse letter = channel.basicGet(queue, false);
		while (letter != null) {
			bodies.add(letter.getBody());
			letter = channel.basicGet(queue, false);
		}
	}

	private <T> T ask(Question<T> question) {
		try (Connection connection = this.connections.newConnection(); Channel channel = connection.createChannel()) {
			return question.of(channel);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (TimeoutException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private interface Question<T> {

		T of(Channel channel) throws IOException;

	}

}
