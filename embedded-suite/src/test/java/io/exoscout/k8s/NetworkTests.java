package io.exoscout.k8s;

import java.net.URI;
import java.util.List;

import io.exoscout.k8s.Firewall.PolicyPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may talk to whom. */
class NetworkTests {

	private static final JsonNode BROKER = labels("rabbitmq");

	private static final JsonNode DATABASE = labels("mongodb");

	@ParameterizedTest
	@EnumSource
	void podThatNoPolicyNamesTalksToNobody(KustomizeOverlay overlay) {
		JsonNode unknown = labels("unknown");
		assertThat(Firewall.strangers()).noneMatch((peer) -> firewall(overlay).takes(unknown, peer, "http"));
		assertThat(Firewall.strangers()).noneMatch((peer) -> firewall(overlay).opens(unknown, peer, "443"));
	}

	@ParameterizedTest
	@EnumSource
	void networkPoliciesCloseTheDatabase(KustomizeOverlay overlay) {
		Firewall firewall = firewall(overlay);
		assertThat(Firewall.strangers()).noneMatch((peer) -> firewall.takes(DATABASE, peer, "27017"));
		assertThat(List.of("ingress-nginx", "monitoring", "keda"))
			.noneMatch((namespace) -> firewall.takes(DATABASE, PolicyPeer.in(namespace), "27017"));
		assertThat(firewall.takes(DATABASE, PolicyPeer.pod(BROKER), "27017")).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void networkPoliciesCloseTheBroker(KustomizeOverlay overlay) {
		Firewall firewall = firewall(overlay);
		JsonNode catalog = Rendered.podLabels(overlay.rendered().one("Deployment", "exoplanet-catalog-service"));
		assertThat(Firewall.strangers()).noneMatch((peer) -> firewall.takes(BROKER, peer, "5672"));
		assertThat(Firewall.strangers()).noneMatch((peer) -> firewall.takes(BROKER, peer, "15672"));
		assertThat(firewall.takes(BROKER, PolicyPeer.pod(catalog), "5672")).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void servicesReachWhatTheyAreToldOf(KustomizeOverlay overlay) {
		Firewall firewall = firewall(overlay);
		assertThat(overlay.rendered().services()).allSatisfy((service) -> {
			JsonNode pod = Rendered.podLabels(service);
			List<String> told = Rendered.containers(service).get(0).path("env").findValuesAsString("name");
			boolean broker = told.contains("SPRING_RABBITMQ_HOST");
			assertThat(firewall.opens(pod, PolicyPeer.pod(BROKER), "5672")).isEqualTo(broker);
			assertThat(firewall.takes(BROKER, PolicyPeer.pod(pod), "5672")).isEqualTo(broker);
			assertThat(firewall.opens(pod, PolicyPeer.pod(DATABASE), "27017")).isTrue();
			assertThat(firewall.takes(DATABASE, PolicyPeer.pod(pod), "27017")).isTrue();
			assertThat(firewall.opens(pod, PolicyPeer.in("kube-system"), "53")).isTrue();
			assertThat(firewall.opens(pod, PolicyPeer.in("169.254.20.10/32"), "53")).isTrue();
			assertThat(firewall.opens(pod, PolicyPeer.in("169.254.20.10/32"), "443")).isFalse();
		});
	}

	@ParameterizedTest
	@EnumSource
	void requestsComeFromTheIngressControllerOnly(KustomizeOverlay overlay) {
		Firewall firewall = firewall(overlay);
		assertThat(overlay.rendered().services()).allSatisfy((service) -> {
			JsonNode pod = Rendered.podLabels(service);
			boolean serves = !List.of("trainer-service", "stream-jobmanager", "stream-taskmanager")
				.contains(Rendered.name(service));
			assertThat(firewall.takes(pod, PolicyPeer.in("ingress-nginx"), "http")).isEqualTo(serves);
			assertThat(firewall.takes(pod, PolicyPeer.in("ingress-nginx"), "management")).isFalse();
			assertThat(Firewall.strangers()).noneMatch((peer) -> firewall.takes(pod, peer, "http"));
			assertThat(Firewall.strangers()).noneMatch((peer) -> firewall.takes(pod, peer, "management"));
		});
	}

	@Test
	void prometheusReadsMetricsAndNothingElse() {
		Firewall firewall = firewall(KustomizeOverlay.PROD);
		assertThat(KustomizeOverlay.PROD.rendered().services()).allSatisfy((service) -> {
			JsonNode pod = Rendered.podLabels(service);
			assertThat(firewall.takes(pod, PolicyPeer.in("monitoring"), "management")).isTrue();
			assertThat(firewall.takes(pod, PolicyPeer.in("monitoring"), "http")).isFalse();
		});
	}

	@Test
	void prometheusIsToldOfEveryService() {
		JsonNode monitor = KustomizeOverlay.PROD.rendered().one("PodMonitor", "exoscout");
		assertThat(KustomizeOverlay.PROD.rendered().services()).allSatisfy(
				(service) -> assertThat(Rendered.matches(monitor.at("/spec/selector"), Rendered.podLabels(service)))
					.isTrue());
	}

	@Test
	void kedaReadsTheQueueLength() {
		assertThat(firewall(KustomizeOverlay.PROD).takes(BROKER, PolicyPeer.in("keda"), "15672")).isTrue();
		assertThat(firewall(KustomizeOverlay.PROD).takes(BROKER, PolicyPeer.in("keda"), "5672")).isFalse();
	}

	@Test
	void operatorReachesTheManagementOfItsBrokers() {
		assertThat(firewall(KustomizeOverlay.PROD).takes(BROKER, PolicyPeer.in("rabbitmq-system"), "15672")).isTrue();
		assertThat(firewall(KustomizeOverlay.PROD).takes(BROKER, PolicyPeer.in("rabbitmq-system"), "5672")).isFalse();
	}

	@Test
	void brokersFindEachOther() {
		for (String port : List.of("4369", "25672")) {
			assertThat(firewall(KustomizeOverlay.PROD).takes(BROKER, PolicyPeer.pod(BROKER), port)).isTrue();
			assertThat(firewall(KustomizeOverlay.PROD).opens(BROKER, PolicyPeer.pod(BROKER), port)).isTrue();
		}
	}

	@Test
	void jobsOfStreamsComeFromTheirServiceOnly() {
		Rendered cluster = KustomizeOverlay.PROD_WITH_STREAM_CLUSTER.rendered();
		Firewall firewall = firewall(KustomizeOverlay.PROD_WITH_STREAM_CLUSTER);
		JsonNode jobManager = Rendered.podLabels(cluster.one("Deployment", "stream-jobmanager"));
		JsonNode taskManager = Rendered.podLabels(cluster.one("Deployment", "stream-taskmanager"));
		assertThat(cluster.services()).allSatisfy((other) -> {
			PolicyPeer peer = PolicyPeer.pod(Rendered.podLabels(other));
			String name = Rendered.name(other);
			assertThat(firewall.takes(jobManager, peer, "rest")).isEqualTo(name.equals("stream-service"));
			assertThat(firewall.takes(jobManager, peer, "rpc")).isEqualTo(name.equals("stream-taskmanager"));
			assertThat(firewall.takes(taskManager, peer, "rpc"))
				.isEqualTo(name.equals("stream-jobmanager") || name.equals("stream-taskmanager"));
		});
		assertThat(List.of("rpc", "blob", "rest", "data")).allSatisfy((port) -> {
			assertThat(Firewall.strangers()).noneMatch((peer) -> firewall.takes(jobManager, peer, port));
			assertThat(Firewall.strangers()).noneMatch((peer) -> firewall.takes(taskManager, peer, port));
			assertThat(List.of("ingress-nginx", "monitoring", "keda"))
				.noneMatch((namespace) -> firewall.takes(jobManager, PolicyPeer.in(namespace), port));
		});
		assertThat(firewall.opens(taskManager, PolicyPeer.pod(jobManager), "blob")).isTrue();
		assertThat(firewall.opens(jobManager, PolicyPeer.pod(taskManager), "rpc")).isTrue();
	}

	@Test
	void tracesLeaveForTheCollectorThatTheServicesAreToldOf() {
		Rendered traced = KustomizeOverlay.PROD_WITH_TRACING.rendered();
		URI collector = URI.create(traced.settings().get("MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT"));
		PolicyPeer namespace = PolicyPeer.in(collector.getHost().split("\\.")[1]);
		String port = Integer.toString(collector.getPort());
		assertThat(traced.services()).hasSize(8).allSatisfy((service) -> {
			JsonNode pod = Rendered.podLabels(service);
			assertThat(firewall(KustomizeOverlay.PROD_WITH_TRACING).opens(pod, namespace, port)).isTrue();
			assertThat(firewall(KustomizeOverlay.PROD).opens(pod, namespace, port)).isFalse();
		});
	}

	@Test
	void externalDatabaseIsReachedAtItsAddressesOnly() {
		Firewall firewall = firewall(KustomizeOverlay.PROD);
		assertThat(KustomizeOverlay.PROD.rendered().services()).allSatisfy((service) -> {
			JsonNode pod = Rendered.podLabels(service);
			assertThat(firewall.opens(pod, PolicyPeer.in("10.20.30.0/24"), "27017")).isTrue();
			assertThat(firewall.opens(pod, PolicyPeer.in("10.20.31.0/24"), "27017")).isFalse();
			assertThat(firewall.opens(pod, PolicyPeer.in("10.20.30.0/24"), "443")).isFalse();
		});
	}

	private static Firewall firewall(KustomizeOverlay overlay) {
		return new Firewall(overlay.rendered().all("NetworkPolicy"));
	}

	private static JsonNode labels(String name) {
		return JsonMapper.shared().createObjectNode().put("app.kubernetes.io/name", name);
	}

}
