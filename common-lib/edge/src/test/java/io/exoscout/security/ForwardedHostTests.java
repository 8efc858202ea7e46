package io.exoscout.security;

import java.io.IOException;
import java.nio.file.Path;

import io.exoscout.web.EdgeServer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A service on loopback that believes what a proxy says. */
class ForwardedHostTests {

	@TempDir
	Path home;

	@ParameterizedTest
	@ValueSource(strings = { "native", "framework" })
	void forwardedNameDoesNotGetAroundTheGuard(String strategy) throws IOException {
		try (EdgeServer server = EdgeServer.start(this.home, "server.forward-headers-strategy=" + strategy)) {
			assertThat(server.wire()
				.raw("GET /fine HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: localhost\r\n"
						+ "Connection: close\r\n\r\n"))
				.startsWith("HTTP/1.1 403");
		}
	}

}
