package io.exoscout.gateway;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** What docker-compose.yml promises of every container. */
class ComposeFileTests {

	private static final Path ROOT = Path.of("..");

	private static final Map<String, Object> FILE = read(ROOT.resolve("docker-compose.yml"));

	private static final Map<String, Object> MONITORING = read(ROOT.resolve("compose/monitoring.yml"));

	private static final Pattern SECRET = Pattern.compile("(?i).*(password|pass|key|uri)$");

	static Set<String> containers() {
		return map(FILE.get("services")).keySet();
	}

	/** Those of monitoring, too. */
	static Set<String> allContainers() {
		return Stream.concat(containers().stream(), map(MONITORING.get("services")).keySet().stream())
			.collect(Collectors.toSet());
	}

	static List<String> services() {
		return containers().stream().filter((name) -> name.endsWith("-service")).toList();
	}

	@Test
	void everyServiceHasAContainer() throws IOException {
		try (Stream<Path> modules = Files.list(ROOT)) {
			List<String> names = modules.filter((module) -> Files.exists(module.resolve("pom.xml")))
				.map((module) -> module.getFileName().toString())
				.filter((name) -> name.endsWith("-service"))
				.toList();
			assertThat(services()).containsExactlyInAnyOrderElementsOf(names);
		}
	}

	@ParameterizedTest
	@MethodSource("allContainers")
	void containerCanDoLittleHarm(String name) {
		Map<String, Object> container = container(name);
		assertThat(container).containsEntry("read_only", true)
			.containsEntry("cap_drop", List.of("ALL"))
			.containsEntry("security_opt", List.of("no-new-privileges:true"));
		assertThat((String) container.get("user")).matches("[1-9]\\d*:[1-9]\\d*");
		assertThat(map(map(map(container.get("deploy")).get("resources")).get("limits"))).containsOnlyKeys("cpus",
				"memory");
		assertThat(map(map(container.get("logging")).get("options"))).containsKeys("max-size", "max-file");
		assertThat(container).containsEntry("restart", "unless-stopped");
	}

	@ParameterizedTest
	@MethodSource("containers")
	void secretsComeFromTheEnvironmentOrNothingStarts(String name) {
		map(container(name).getOrDefault("environment", Map.of())).entrySet()
			.stream()
			.filter((setting) -> SECRET.matcher(setting.getKey()).matches())
			.forEach((secret) -> assertThat(secret.getValue().toString()).as(secret.getKey())
				.contains(":?run make secrets}"));
	}

	@ParameterizedTest
	@MethodSource("allContainers")
	void portsAreThoseOfThisMachineOnly(String name) {
		assertThat(list(container(name).get("ports"))).allMatch((port) -> port.startsWith("127.0.0.1:"));
	}

	@ParameterizedTest
	@MethodSource("services")
	void serviceCanBeScaled(String name) {
		assertThat(container(name)).doesNotContainKeys("container_name", "hostname", "ports");
	}

	@Test
	void gatewayReachesTheServicesAndNothingBehindThem() {
		assertThat(list(container("gateway").get("networks"))).containsExactly("edge", "services");
		assertThat(services()).allSatisfy(
				(name) -> assertThat(list(container(name).get("networks"))).containsExactly("services", "data"));
		assertThat(list(container("database").get("networks"))).containsExactly("data");
		assertThat(list(container("broker").get("networks"))).containsExactly("data", "management");
		assertThat(map(FILE.get("networks"))).containsEntry("services", Map.of("internal", true))
			.containsEntry("data", Map.of("internal", true));
	}

	@Test
	void tracesLeaveOverANetworkThatLeadsNowhere() {
		Map<String, Object> tracing = read(ROOT.resolve("compose/tracing.yml"));
		assertThat(map(map(tracing.get("networks")).get("traces"))).containsEntry("internal", true);
		assertThat(services()).allSatisfy((name) -> {
			Map<String, Object> service = map(map(tracing.get("services")).get(name));
			assertThat(list(service.get("networks"))).containsExactly("traces");
			assertThat(map(service.get("environment")))
				.containsOnlyKeys("MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT");
		});
	}

	@Test
	void whoStoresSomethingIsToldOfTheBucket() {
		Map<String, Object> bucket = map(read(ROOT.resolve("compose/bucket.yml")).get("services"));
		assertThat(bucket).containsOnlyKeys("orchestrator-service", "trainer-service", "predictor-service",
				"transit-service", "jobs-service", "stream-service", "suite");
		assertThat(bucket.values()).allSatisfy(
				(service) -> assertThat(map(map(service).get("environment"))).containsEntry("EXOSCOUT_BLOBS_KIND", "s3")
					.containsKeys("EXOSCOUT_BLOBS_BUCKET", "EXOSCOUT_S3_ENDPOINT", "EXOSCOUT_S3_SECRETKEY"));
	}

	@Test
	void whoFoldsStreamsIsToldOfTheSameBucket() {
		Map<String, Object> bucket = map(read(ROOT.resolve("compose/bucket.yml")).get("services"));
		Map<String, Object> folding = map(read(ROOT.resolve("compose/streams-bucket.yml")).get("services"));
		Map<String, Object> processes = map(read(ROOT.resolve("compose/streams.yml")).get("services"));
		assertThat(folding.keySet()).isNotEmpty()
			.isEqualTo(processes.keySet()
				.stream()
				.filter((name) -> !bucket.containsKey(name) && !containers().contains(name))
				.collect(Collectors.toSet()));
		assertThat(folding.values()).allMatch(bucket.get("stream-service")::equals);
	}

	@Test
	void streamsAreFoldedBehindANetworkThatOnlyTheirServiceIsOn() {
		Map<String, Object> file = read(ROOT.resolve("compose/streams.yml"));
		assertThat(map(file.get("networks"))).containsOnly(Map.entry("stream-cluster", Map.of("internal", true)),
				Map.entry("stream-data", Map.of("internal", true)));
		Map<String, Object> streams = map(file.get("services"));
		assertThat(streams).containsOnlyKeys("stream-service", "database", "stream-jobmanager", "stream-taskmanager");
		assertThat(list(map(streams.get("database")).get("networks"))).containsExactly("stream-data");
		assertThat(list(map(streams.get("stream-service")).get("networks"))).containsExactly("stream-cluster");
		for (String name : List.of("stream-jobmanager", "stream-taskmanager")) {
			Map<String, Object> process = map(streams.get(name));
			assertThat(process).containsEntry("read_only", true)
				.containsEntry("cap_drop", List.of("ALL"))
				.containsEntry("security_opt", List.of("no-new-privileges:true"))
				.containsEntry("networks", List.of("stream-data", "stream-cluster"))
				.doesNotContainKey("ports");
			assertThat(map(process.get("environment"))).containsEntry("EXOSCOUT_STREAMS_ENGINE", "cluster")
				.containsEntry("EXOSCOUT_STREAMS_ROLE", name.replace("stream-", ""));
		}
	}

	@Test
	void prometheusScrapesEveryServiceFromTheirNetwork() {
		assertThat(list(container("prometheus").get("networks"))).contains("services");
		Map<String, Object> discovery = first(scrape().get("dns_sd_configs"));
		assertThat(list(discovery.get("names"))).containsExactlyInAnyOrderElementsOf(services());
		assertThat(discovery).containsEntry("port", 8080);
	}

	@Test
	void prometheusReadsTheKeyWhereItIsWritten() {
		Object file = map(scrape().get("authorization")).get("credentials_file");
		assertThat(String.join(" ", list(container("prometheus").get("entrypoint")))).contains("> /tmp/" + file + " ");
	}

	@Test
	void suiteBacksUpWhatTheServicesStoreAndIsNotStartedWithThem() {
		Map<String, Object> suite = container("suite");
		Map<String, Object> service = container("jobs-service");
		assertThat(map(suite.get("environment"))).containsAllEntriesOf(Map.of("SPRING_MONGODB_URI",
				map(service.get("environment")).get("SPRING_MONGODB_URI"), "EXOSCOUT_BLOBS_DIRECTORY", "/data/blobs"));
		assertThat(suite.get("volumes")).isEqualTo(service.get("volumes")).isEqualTo(List.of("blobs:/data/blobs"));
		assertThat(list(suite.get("networks"))).containsExactly("data");
		assertThat(list(suite.get("profiles"))).isNotEmpty();
	}

	@Test
	void gatewayKnowsOnlyServicesThatAreThere() throws IOException {
		Set<String> known = Pattern.compile("([a-z-]+):8080;")
			.matcher(Files.readString(ROOT.resolve("gateway/nginx.conf.template")))
			.results()
			.map((match) -> match.group(1))
			.collect(Collectors.toSet());
		assertThat(services()).containsAll(known);
		assertThat(known).hasSize(7);
	}

	private static Map<String, Object> container(String name) {
		return map(map(FILE.get("services")).getOrDefault(name, map(MONITORING.get("services")).get(name)));
	}

	private static Map<String, Object> scrape() {
		return first(read(ROOT.resolve("monitoring/prometheus.yml")).get("scrape_configs"));
	}

	private static Map<String, Object> read(Path file) {
		try (Reader reader = Files.newBufferedReader(file)) {
			return new Yaml().load(reader);
		}
		catch (IOException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private static Map<String, Object> first(Object list) {
		return map(((List<?>) list).get(0));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(Object value) {
		return (Map<String, Object>) value;
	}

	@SuppressWarnings("unchecked")
	private static List<String> list(Object value) {
		return (value != null) ? (List<String>) value : List.of();
	}

}
