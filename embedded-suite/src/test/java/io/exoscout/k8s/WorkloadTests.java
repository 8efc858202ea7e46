package io.exoscout.k8s;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** How the pods run. */
class WorkloadTests {

	@ParameterizedTest
	@EnumSource
	void everyPodRunsAsNonRootWithReadOnlyFileSystem(KustomizeOverlay overlay) {
		assertThat(overlay.rendered().workloads()).hasSizeGreaterThanOrEqualTo(5).allSatisfy((workload) -> {
			JsonNode pod = Rendered.pod(workload).path("securityContext");
			assertThat(pod.path("runAsNonRoot").asBoolean()).isTrue();
			assertThat(pod.path("runAsUser").asInt()).isPositive();
			assertThat(pod.at("/seccompProfile/type").asString()).isEqualTo("RuntimeDefault");
			assertThat(Rendered.containers(workload)).isNotEmpty().allSatisfy((container) -> {
				JsonNode own = container.path("securityContext");
				assertThat(own.path("readOnlyRootFilesystem").asBoolean()).isTrue();
				assertThat(own.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
				assertThat(own.at("/capabilities/drop/0").asString()).isEqualTo("ALL");
			});
		});
	}

	@ParameterizedTest
	@EnumSource
	void servicesWriteWhereTheyMay(KustomizeOverlay overlay) {
		Rendered rendered = overlay.rendered();
		assertThat(rendered.services()).allSatisfy((service) -> {
			Set<String> volumes = names(Rendered.pod(service).path("volumes"));
			List<JsonNode> mounts = Rendered.containers(service).get(0).path("volumeMounts").valueStream().toList();
			assertThat(mounts).extracting((mount) -> mount.path("mountPath").asString())
				.contains("/tmp", rendered.settings().get("EXOSCOUT_HOME"));
			assertThat(mounts).extracting((mount) -> mount.path("name").asString()).isSubsetOf(volumes);
		});
	}

	/**
	 * Else each start would make every file writable for the group, and RabbitMQ refuses
	 * such a cookie.
	 */
	@ParameterizedTest
	@EnumSource
	void filesOnVolumesKeepTheirModes(KustomizeOverlay overlay) {
		assertThat(overlay.rendered().workloads()).map((workload) -> Rendered.pod(workload).path("securityContext"))
			.filteredOn((context) -> context.has("fsGroup"))
			.hasSizeGreaterThanOrEqualTo(5)
			.allSatisfy((context) -> assertThat(context.path("fsGroupChangePolicy").asString())
				.isEqualTo("OnRootMismatch"));
	}

	@ParameterizedTest
	@EnumSource
	void everyContainerHasRequestsAndLimits(KustomizeOverlay overlay) {
		assertThat(overlay.rendered().workloads()).flatMap(Rendered::containers).allSatisfy((container) -> {
			for (String place : List.of("/resources/requests", "/resources/limits")) {
				assertThat(container.at(place).propertyNames()).contains("cpu", "memory");
			}
		});
	}

	@ParameterizedTest
	@EnumSource
	void noPodGetsATokenOfTheCluster(KustomizeOverlay overlay) {
		assertThat(overlay.rendered().workloads()).allSatisfy(
				(workload) -> assertThat(Rendered.pod(workload).path("automountServiceAccountToken").asBoolean(true))
					.isFalse());
	}

	@ParameterizedTest
	@EnumSource
	void rollingUpdateStartsTheNewPodFirstButWhereTwoWouldNotKnowOfEachOther(KustomizeOverlay overlay) {
		assertThat(overlay.rendered().services()).allSatisfy((service) -> {
			if (Set.of("stream-service", "stream-jobmanager").contains(Rendered.name(service))) {
				assertThat(service.at("/spec/strategy/type").asString()).isEqualTo("Recreate");
				assertThat(service.at("/spec/strategy/rollingUpdate").isMissingNode()).isTrue();
				return;
			}
			assertThat(service.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(1)).isZero();
			assertThat(service.at("/spec/strategy/rollingUpdate/maxSurge").asInt()).isPositive();
		});
	}

	@ParameterizedTest
	@EnumSource
	void everyServiceHasADisruptionBudgetThatLetsNodesBeDrained(KustomizeOverlay overlay) {
		Rendered rendered = overlay.rendered();
		assertThat(rendered.services()).allSatisfy((service) -> assertThat(rendered.all("PodDisruptionBudget"))
			.filteredOn((budget) -> Rendered.matches(budget.at("/spec/selector"), Rendered.podLabels(service)))
			.singleElement()
			.satisfies((budget) -> assertThat(budget.at("/spec/maxUnavailable").asInt()).isPositive()));
	}

	@ParameterizedTest
	@EnumSource
	void podsOfAServicePreferDifferentNodes(KustomizeOverlay overlay) {
		assertThat(overlay.rendered().services()).allSatisfy((service) -> {
			JsonNode term = Rendered.pod(service)
				.at("/affinity/podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution/0/podAffinityTerm");
			assertThat(term.path("topologyKey").asString()).isEqualTo("kubernetes.io/hostname");
			assertThat(term.at("/matchLabelKeys/0").asString()).isEqualTo("app.kubernetes.io/name");
			assertThat(Rendered.matches(term.path("labelSelector"), Rendered.podLabels(service))).isTrue();
		});
	}

	@Test
	void imagesAreNamedLikeTheModules() throws IOException {
		assertThat(Rendered.of("base").services())
			.extracting((service) -> Rendered.containers(service).get(0).path("image").asString())
			.containsExactlyInAnyOrderElementsOf(modules().stream().map("exoscout/%s"::formatted).toList());
	}

	@Test
	void prodNamesEveryImageByDigest() {
		assertThat(KustomizeOverlay.PROD.rendered().services())
			.allSatisfy((service) -> assertThat(Rendered.containers(service).get(0).path("image").asString())
				.matches("[^/]+/exoscout/" + Rendered.name(service) + "@sha256:[0-9a-f]{64}"));
	}

	@Test
	void prodSpreadsOverZones() {
		assertThat(KustomizeOverlay.PROD.rendered().services()).allSatisfy(
				(service) -> assertThat(Rendered.pod(service).at("/topologySpreadConstraints/0/topologyKey").asString())
					.isEqualTo("topology.kubernetes.io/zone"));
	}

	@ParameterizedTest
	@EnumSource
	void everythingStandsInOneNamespace(KustomizeOverlay overlay) {
		Rendered rendered = overlay.rendered();
		String namespace = Rendered.name(rendered.all("Namespace").get(0));
		assertThat(rendered.manifests())
			.filteredOn((it) -> !Set.of("Namespace", "PriorityClass").contains(it.path("kind").asString()))
			.extracting((it) -> it.at("/metadata/namespace").asString())
			.containsOnly(namespace);
	}

	@Test
	void tablesAndModelsLieInTheDatabaseUnlessAVolumeIsShared() {
		assertThat(KustomizeOverlay.PROD.rendered().settings()).containsEntry("EXOSCOUT_BLOBS_KIND", "gridfs");
		Rendered shared = KustomizeOverlay.PROD_WITH_SHARED_BLOBS.rendered();
		assertThat(shared.settings()).containsEntry("EXOSCOUT_BLOBS_KIND", "directory");
		assertThat(shared.services())
			.filteredOn((it) -> !Set.of("exoplanet-catalog-service", "series-service").contains(Rendered.name(it)))
			.hasSize(6)
			.allSatisfy((service) -> assertThat(
					Rendered.containers(service).get(0).path("volumeMounts").findValuesAsString("mountPath"))
				.contains(shared.settings().get("EXOSCOUT_BLOBS_DIRECTORY")));
	}

	private static Set<String> names(JsonNode list) {
		return list.valueStream().map((each) -> each.path("name").asString()).collect(Collectors.toSet());
	}

	/** The modules that are services. */
	private static Set<String> modules() throws IOException {
		try (Stream<Path> modules = Files.list(Path.of(".."))) {
			return modules.filter((module) -> Files.exists(module.resolve("pom.xml")))
				.map((module) -> module.getFileName().toString())
				.filter((module) -> module.endsWith("-service"))
				.collect(Collectors.toSet());
		}
	}

}
