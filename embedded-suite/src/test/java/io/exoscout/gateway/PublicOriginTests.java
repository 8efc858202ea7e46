package io.exoscout.gateway;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.exoscout.catalog.CatalogApplication;
import io.exoscout.web.EdgeServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service behind the gateway, with the setting that docker-compose.yml gives it, knows
 * which pages are its own: those of the address that the caller used.
 */
class PublicOriginTests {

	@TempDir
	static Path home;

	private static EdgeServer server;

	private static Gateway gateway;

	@BeforeAll
	static void start() throws IOException {
		server = EdgeServer.start(CatalogApplication.class, home, "exoscout.security.allowed-hosts=" + Gateway.NAME,
				"server.forward-headers-strategy=" + strategy());
		String address = "127.0.0.1:" + server.port();
		gateway = Gateway.start(Stream
			.of("orchestrator-service", "predictor-service", "transit-service", "jobs-service",
					"exoplanet-catalog-service", "series-service", "stream-service")
			.collect(Collectors.toMap(Function.identity(), (name) -> address)));
	}

	@AfterAll
	static void stop() throws IOException {
		if (gateway != null) {
			gateway.close();
		}
		server.close();
	}

	@ParameterizedTest
	@CsvSource({ "localhost:8080, '', http://localhost:8080", "localhost, '', http://localhost",
			Gateway.NAME + ", https, https://" + Gateway.NAME,
			Gateway.NAME + ":8443, https, https://" + Gateway.NAME + ":8443" })
	void ownPageMayCall(String host, String scheme, String origin) throws IOException {
		assertThat(status(host, scheme, origin)).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "localhost:8080, '', http://localhost:8081", Gateway.NAME + ", '', https://" + Gateway.NAME,
			Gateway.NAME + ", https, http://" + Gateway.NAME, Gateway.NAME + ", https, https://elsewhere.example" })
	void otherPageMayNot(String host, String scheme, String origin) throws IOException {
		assertThat(status(host, scheme, origin)).isEqualTo(403);
	}

	private static int status(String host, String scheme, String origin) throws IOException {
		try (GatewayWire wire = gateway.connect()) {
			return wire
				.send("GET /get-exoplanets HTTP/1.1", "Connection: close", "Host: " + host,
						"X-Forwarded-Proto: " + scheme, "Origin: " + origin, "")
				.answer()
				.status();
		}
	}

	private static String strategy() throws IOException {
		try (Reader reader = Files.newBufferedReader(Path.of("../docker-compose.yml"))) {
			Map<String, Map<String, Object>> file = new Yaml().load(reader);
			return file.get("x-web").get("SERVER_FORWARDHEADERSSTRATEGY").toString();
		}
	}

}
