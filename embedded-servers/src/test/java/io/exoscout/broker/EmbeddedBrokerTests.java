package io.exoscout.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.amqp.AmqpAuthenticationException;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

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
