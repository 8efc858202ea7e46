package io.exoscout.web;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A management port of its own is guarded like the service itself. */
class ManagementPortTests {

	@TempDir
	static Path home;

	private static EdgeServer server;

	private static Wire management;

	@BeforeAll
	static void start() {
		server = EdgeServer.start(home, "management.server.port=0", "management.server.address=127.0.0.1",
				"exoscout.security.api-keys=0123456789abcdef");
		management = new Wire(
				server.context().getEnvironment().getRequiredProperty("local.management.port", Integer.class));
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void metricsNeedTheKey() {
		assertThat(management.get("/actuator/prometheus").statusCode()).isEqualTo(401);
		assertThat(management.get("/actuator/prometheus", "X-API-Key", "0123456789abcdef").statusCode()).isEqualTo(200);
	}

	@Test
	void probesDoNot() {
		assertThat(management.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
	}

	@Test
	void foreignNamesAreRefused() throws IOException {
		assertThat(management.raw("GET /actuator/health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
			.startsWith("HTTP/1.1 403");
	}

	@Test
	void unknownAddressesAreProblemsHereToo() {
		var response = management.get("/nowhere", "X-API-Key", "0123456789abcdef");
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
	}

	@Test
	void serviceItselfHasNoActuator() {
		assertThat(server.wire().get("/actuator/prometheus", "X-API-Key", "0123456789abcdef").statusCode())
			.isEqualTo(404);
	}

}
