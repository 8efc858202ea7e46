package io.exoscout.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.exoscout.web.EdgeServer;
import io.exoscout.web.WebConfiguration;
import io.exoscout.web.Wire;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** The worst database: it takes connections and never says a word. */
class DatabaseDownTests {

	@TempDir
	static Path home;

	private static ServerSocket mute;

	private static EdgeServer server;

	private final Wire wire = server.wire();

	@BeforeAll
	static void start() throws IOException {
		mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		server = EdgeServer.start(Edge.class, home,
				"spring.mongodb.uri=mongodb://127.0.0.1:" + mute.getLocalPort() + "/x");
	}

	@AfterAll
	static void stop() throws IOException {
		server.close();
		mute.close();
	}

	@Test
	void healthSaysSoSoon() {
		for (int i = 0; i < 3; i++) {
			long start = System.nanoTime();
			HttpResponse<String> response = this.wire.get("/health");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
			assertThat(response.statusCode()).isEqualTo(503);
			assertThat(response.body()).startsWith("{\"status\":\"down\",\"database\":\"down\",");
		}
	}

	@Test
	@Timeout(10)
	void readinessSaysSoAndLivenessDoesNotCare() {
		assertThat(this.wire.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
		assertThat(this.wire.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
	}

	/** A service with nothing in it but its edge. */
	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = RabbitAutoConfiguration.class)
	@Import({ WebConfiguration.class, DatabaseConfiguration.class })
	static class Edge {

	}

}
