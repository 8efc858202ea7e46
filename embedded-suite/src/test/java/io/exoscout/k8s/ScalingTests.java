package io.exoscout.k8s;

import java.util.List;

import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.monitoring.Monitoring;
import io.exoscout.work.WorkTopology;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** How many pods there are, and who says so. */
class ScalingTests {

	private final Rendered prod = KustomizeOverlay.PROD.rendered();

	private final JsonNode trainers = this.prod.one("ScaledObject", "trainer-service").path("spec");

	private final JsonNode trigger = this.trainers.at("/triggers/0");

	@Test
	void trainersScaleOnTheQueueOfTheWorkTopology() {
		assertThat(this.trainers.at("/scaleTargetRef/name").asString()).isEqualTo("trainer-service");
		assertThat(this.trigger.path("type").asString()).isEqualTo("rabbitmq");
		assertThat(this.trigger.at("/metadata/queueName").asString()).isEqualTo(WorkTopology.queue(JobType.TRAINING));
		assertThat(this.trigger.at("/metadata/mode").asString()).isEqualTo("QueueLength");
		assertThat(this.trigger.at("/metadata/value").asString()).isEqualTo("1");
	}

	@Test
	void noTrainerWithoutWork() {
		assertThat(this.trainers.path("minReplicaCount").asInt(1)).isZero();
	}

	/** Over AMQP a message in hand is not counted, and the scaler would see no work. */
	@Test
	void runningFitCountsAsWork() {
		assertThat(this.trigger.at("/metadata/protocol").asString()).isEqualTo("http");
		assertThat(this.trigger.at("/metadata/host").asString()).startsWith("http://");
		assertThat(this.trigger.at("/metadata").has("excludeUnacknowledged")).isFalse();
	}

	/**
	 * A broken connection takes the message away, and not the fit. No answer is not taken
	 * for no job.
	 */
	@Test
	void runningFitWithoutAMessageCountsAsWork() {
		JsonNode jobs = this.trainers.at("/triggers/1");
		assertThat(jobs.path("type").asString()).isEqualTo("prometheus");
		assertThat(jobs.at("/metadata/query").asString())
			.isEqualTo("max(exoscout_jobs{namespace=\"%s\", kind=\"%s\", state=\"%s\"}) >= 0".formatted(
					this.prod.one("ScaledObject", "trainer-service").at("/metadata/namespace").asString(),
					JobType.TRAINING.id(), JobState.RUNNING.id()));
		assertThat(Monitoring.metricsOfAlerts()).contains("exoscout_jobs");
		assertThat(jobs.at("/metadata/threshold").asString()).isEqualTo("1");
		assertThat(jobs.at("/metadata/ignoreNullValues").asString()).isEqualTo("false");
	}

	@Test
	void noTrainerIsTakenAwayWhileAnyFitRuns() {
		assertThat(
				this.trainers.at("/advanced/horizontalPodAutoscalerConfig/behavior/scaleDown/selectPolicy").asString())
			.isEqualTo("Disabled");
	}

	@Test
	void scalerAsksTheBrokerOfTheSameNamespace() {
		JsonNode broker = this.prod.one("RabbitmqCluster", "rabbitmq");
		assertThat(this.trigger.at("/metadata/host").asString()).isEqualTo("http://%s.%s.svc:15672/"
			.formatted(Rendered.name(broker), broker.at("/metadata/namespace").asString()));
		assertThat(this.prod.all("TriggerAuthentication")).extracting(Rendered::name)
			.containsExactly(this.trigger.at("/authenticationRef/name").asString());
	}

	@Test
	void predictorsScaleOnTheirProcessors() {
		JsonNode scaler = this.prod.one("HorizontalPodAutoscaler", "predictor-service").path("spec");
		assertThat(scaler.at("/scaleTargetRef/name").asString()).isEqualTo("predictor-service");
		assertThat(scaler.at("/metrics/0/resource/name").asString()).isEqualTo("cpu");
		assertThat(scaler.path("maxReplicas").asInt()).isGreaterThan(scaler.path("minReplicas").asInt());
	}

	@Test
	void taskManagersScaleOnTheJobsOfStreams() {
		Rendered cluster = KustomizeOverlay.PROD_WITH_STREAM_CLUSTER.rendered();
		JsonNode scaler = cluster.one("ScaledObject", "stream-taskmanager").path("spec");
		assertThat(scaler.at("/scaleTargetRef/name").asString()).isEqualTo("stream-taskmanager");
		assertThat(scaler.at("/triggers/0/metadata/query").asString())
			.isEqualTo("max(exoscout_streams_jobs{namespace=\"exoscout\"}) >= 0");
		assertThat(scaler.at("/triggers/0/metadata/ignoreNullValues").asString()).isEqualTo("false");
		assertThat(cluster.one("Deployment", "stream-taskmanager").path("spec").has("replicas")).isFalse();
		assertThat(cluster.one("Deployment", "stream-jobmanager").at("/spec/replicas").asInt()).isEqualTo(1);
	}

	/** Else every deployment would undo what the autoscaler did. */
	@Test
	void numberOfScaledPodsIsNotFixed() {
		for (String scaled : List.of("trainer-service", "predictor-service")) {
			assertThat(this.prod.one("Deployment", scaled).path("spec").has("replicas")).as(scaled).isFalse();
		}
	}

	@Test
	void othersAreMoreThanOneInProd() {
		// but for the one that folds each stream once
		assertThat(this.prod.services()).filteredOn((service) -> service.path("spec").has("replicas"))
			.filteredOn((service) -> !Rendered.name(service).equals("stream-service"))
			.hasSize(4)
			.allSatisfy((service) -> assertThat(service.at("/spec/replicas").asInt()).isGreaterThan(1));
	}

}
