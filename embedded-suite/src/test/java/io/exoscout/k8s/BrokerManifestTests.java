package io.exoscout.k8s;

import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The brokers of prod, which the RabbitMQ cluster operator makes. */
class BrokerManifestTests {

	private static final String MEMBERSHIP = "quorum_queue.continuous_membership_reconciliation.";

	private final JsonNode cluster = KustomizeOverlay.PROD.rendered().one("RabbitmqCluster", "rabbitmq");

	/** Services start with the brokers and declare their queues at the first of them. */
	@Test
	void queuesTakeInNodesThatComeAfterThem() throws IOException {
		Properties settings = new Properties();
		settings.load(new StringReader(this.cluster.at("/spec/rabbitmq/additionalConfig").asString()));
		assertThat(settings).containsEntry(MEMBERSHIP + "enabled", "true")
			.containsEntry(MEMBERSHIP + "auto_remove", "false")
			.containsEntry(MEMBERSHIP + "target_group_size", this.cluster.at("/spec/replicas").asString());
	}

	@Test
	void majorityStaysWhenNodesAreDrained() {
		JsonNode pods = JsonMapper.shared()
			.createObjectNode()
			.put("app.kubernetes.io/name", Rendered.name(this.cluster));
		assertThat(KustomizeOverlay.PROD.rendered().all("PodDisruptionBudget"))
			.filteredOn((budget) -> Rendered.matches(budget.at("/spec/selector"), pods))
			.singleElement()
			.satisfies((budget) -> assertThat(budget.at("/spec/maxUnavailable").asInt()).isEqualTo(1));
	}

}
