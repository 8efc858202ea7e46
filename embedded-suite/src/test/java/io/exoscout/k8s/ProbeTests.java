package io.exoscout.k8s;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.exoscout.catalog.CatalogApplication;
import io.exoscout.web.EdgeServer;
import io.exoscout.web.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A service with the settings of the manifests, asked what the cluster would ask. */
class ProbeTests {

	private static final String KEY = "a-key-for-prometheus";

	@TempDir
	static Path home;

	private static final Rendered PROD = KustomizeOverlay.PROD.rendered();

	private static EdgeServer server;

	private static Wire management;

	@BeforeAll
	static void start() {
		Stream<String> settings = PROD.settings()
			.entrySet()
			.stream()
			.map((setting) -> setting.getKey().toLowerCase(Locale.ROOT).replace('_', '.') + "=" + setting.getValue());
		// free ports and a directory of this machine, not those of a pod
		Stream<String> here = Stream.of("management.server.port=0",
				"exoscout.security.apikeys=another-key-0123456789," + KEY);
		server = EdgeServer.start(CatalogApplication.class, home,
				Stream.concat(settings.filter((setting) -> !setting.matches(".*(port|home)=.*")), here)
					.toArray(String[]::new));
		management = new Wire(
				server.context().getEnvironment().getRequiredProperty("local.management.port", Integer.class));
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void probesPointAtPathsThatExist() {
		Set<JsonNode> probes = PROD.services()
			.stream()
			.map((service) -> Rendered.containers(service).get(0))
			.flatMap((container) -> Stream.of("startupProbe", "livenessProbe", "readinessProbe").map(container::path))
			.map((probe) -> probe.path("httpGet"))
			.collect(Collectors.toSet());
		assertThat(probes).hasSize(2).allSatisfy((probe) -> {
			assertThat(probe.path("port").asString()).isEqualTo("management");
			assertThat(management.get(probe.path("path").asString()).statusCode()).isEqualTo(200);
		});
	}

	@Test
	void prometheusGetsInWithItsKey() {
		JsonNode endpoint = PROD.one("PodMonitor", "exoscout").at("/spec/podMetricsEndpoints/0");
		String path = endpoint.path("path").asString();
		String type = endpoint.at("/authorization/type").asString();
		assertThat(management.get(path, "Authorization", type + " " + KEY).body()).contains("jvm_memory_used_bytes");
		assertThat(management.get(path).statusCode()).isEqualTo(401);
	}

	@Test
	void portOfTheApiHasNoActuator() {
		assertThat(server.wire().get("/actuator/prometheus", "X-API-Key", KEY).statusCode()).isEqualTo(404);
	}

}
