package io.exoscout.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.amqp.AmqpAuthenticationException;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory.ConfirmType;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class EmbeddedBrokerTests {

	@TempDir
	private Path dir;

	@Test
	void letsNobodyInWithoutItsPassword() throws IOException {
		try (EmbeddedBroker broker = EmbeddedBroker.start(this.dir)) {
			CachingConnectionFactory client = new CachingConnectionFactory("127.0.0.1", broker.port());
			client.setUsername(broker.username());
			client.setPassword("guess");
			assertThatExceptionOfType(AmqpAuthenticationException.class).isThrownBy(client::createConnection);
			client.destroy();
		}
	}

	@Test
	void leavesNoConfigurationBehind() throws IOException {
		EmbeddedBroker.start(this.dir).close();
		assertThat(this.dir).isDirectoryNotContaining("glob:**start.*");
	}

	/** As at the first write that fails, on a disk that is full. */
	@Test
	void comesBackAtTheSamePlaceWhenItsFilesHaveFailed() throws IOException {
		try (EmbeddedBroker broker = EmbeddedBroker.start(this.dir)) {
			CachingConnectionFactory client = new CachingConnectionFactory("127.0.0.1", broker.port());
			client.setUsername(broker.username());
			client.setPassword(broker.password());
			client.getRabbitConnectionFactory().setChannelRpcTimeout(5000);
			// nobody else tells it that its connection is not served any more
			client.setRequestedHeartBeat(1);
			client.setPublisherConfirmType(ConfirmType.SIMPLE);
			RabbitTemplate rabbit = new RabbitTemplate(client);
			new RabbitAdmin(rabbit).declareQueue(new Queue("waiting"));
			rabbit.invoke((operations) -> {
				operations.convertAndSend("waiting", "a confirmed message");
				operations.waitForConfirmsOrDie(60_000);
				return true;
			});
			broker.failFiles();
			// the thread that serves the connection dies of it
			rabbit.convertAndSend("waiting", "a lost message");
			await().atMost(Duration.ofSeconds(60))
				.ignoreExceptions()
				.until(() -> rabbit.receiveAndConvert("waiting"), "a confirmed message"::equals);
			client.destroy();
		}
	}

	@Test
	void saysSoWhenItsPortIsTaken() throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			assertThatIllegalStateException()
				.isThrownBy(() -> EmbeddedBroker.start(this.dir, taken.getLocalPort(), "secret"))
				.withMessageContaining("did not start");
		}
	}

	@Test
	void saysSoWhenItsDataIsInUse() throws IOException {
		try (EmbeddedBroker first = EmbeddedBroker.start(this.dir)) {
			assertThat(first.port()).isPositive();
			assertThatIllegalStateException().isThrownBy(() -> EmbeddedBroker.start(this.dir))
				.withMessageContaining("did not start");
		}
	}

}
