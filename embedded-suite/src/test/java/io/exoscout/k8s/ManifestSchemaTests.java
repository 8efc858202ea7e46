package io.exoscout.k8s;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What is rendered fits the schemas of Kubernetes, KEDA and the Prometheus operator. */
class ManifestSchemaTests {

	private static final Path CHECK = Tools.MANIFESTS.resolve("validation/check.mjs");

	@BeforeAll
	static void schemasAreThere() {
		Tools.need(Files.exists(CHECK.resolveSibling("node_modules")),
				"the schemas are not there; make schemas brings them");
	}

	@ParameterizedTest
	@EnumSource
	void everyManifestFitsItsSchema(KustomizeOverlay overlay) {
		List<JsonNode> manifests = overlay.rendered().manifests();
		JsonNode verdicts = check(manifests);
		assertThat(verdicts).hasSameSizeAs(manifests);
		assertThat(verdicts.findValues("complaints")).allSatisfy((complaints) -> assertThat(complaints).isEmpty());
	}

	@ParameterizedTest
	@EnumSource
	void onlyTheRabbitmqClusterHasNoSchemaHere(KustomizeOverlay overlay) {
		List<JsonNode> manifests = overlay.rendered().manifests();
		JsonNode verdicts = check(manifests);
		for (int i = 0; i < manifests.size(); i++) {
			assertThat(verdicts.get(i).path("schema").isNull()).as(manifests.get(i).toString())
				.isEqualTo(manifests.get(i).path("kind").asString().equals("RabbitmqCluster"));
		}
	}

	/** So that the tests above can fail. */
	@ParameterizedTest
	@CsvSource({ "Deployment,trainer-service,/spec,replicaz,3", "Deployment,trainer-service,/spec,replicas,three",
			"Deployment,trainer-service,/spec/template/spec,restartPolicy,Alwais",
			"Ingress,exoscout,/spec/rules/0/http/paths/0,pathTypo,Exact",
			"NetworkPolicy,nothing-by-default,/spec,policyTypes,Egress",
			"HorizontalPodAutoscaler,predictor-service,/spec,maxReplicas,many",
			"ScaledObject,trainer-service,/spec,minReplicaCounts,0",
			"ScaledObject,trainer-service,/spec,minReplicaCount,none",
			"TriggerAuthentication,rabbitmq-management,/spec/secretTargetRef/0,keys,username",
			"PodMonitor,exoscout,/spec/podMetricsEndpoints/0,intervall,15s",
			"PrometheusRule,exoscout,/spec/groups/0/rules/0,expression,up" })
	void faultIsFound(String kind, String name, String place, String field, String value) {
		JsonNode manifest = KustomizeOverlay.PROD.rendered().one(kind, name).deepCopy();
		((ObjectNode) manifest.at(place)).put(field, value);
		assertThat(check(List.of(manifest)).at("/0/complaints").toString()).contains(field);
	}

	@Test
	void missingFieldIsFound() {
		JsonNode manifest = KustomizeOverlay.PROD.rendered().one("Deployment", "trainer-service").deepCopy();
		((ObjectNode) manifest.path("spec")).remove("selector");
		assertThat(check(List.of(manifest)).at("/0/complaints").toString()).contains("selector");
	}

	private static JsonNode check(List<JsonNode> manifests) {
		ArrayNode all = JsonMapper.shared().createArrayNode().addAll(manifests);
		return JsonMapper.shared().readTree(Tools.run(List.of("node", CHECK.toString()), all.toString()));
	}

}
