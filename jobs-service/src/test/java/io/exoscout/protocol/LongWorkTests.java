package io.exoscout.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;

import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.servers.RabbitMq;
import io.exoscout.servers.RabbitMqNode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Work that takes longer than the broker waits for an acknowledgement.
 * {@code -Dlong.work=3m -Dlong.patience=1m} is what a deployment may meet; by default all
 * goes thirty times faster.
 */
class LongWorkTests {

	private static final Duration PATIENCE = setting("long.patience", "2s");

	private static final Duration WORK = setting("long.work", "6s");

	@Test
	void isDoneOnceAlthoughTheBrokerDeliversItsMessageAgain() throws IOException {
		RabbitMq.requireNode();
		try (RabbitMqNode node = RabbitMqNode.start(Files.createTempDirectory("rabbit"),
				"consumer_timeout = " + PATIENCE.toMillis()); WorkerStage stage = new WorkerStage(node.properties())) {
			stage.clear();
			stage.work.task = (job, watch) -> {
				Instant end = Instant.now().plus(WORK);
				Awaitility.await().atMost(WORK.plusSeconds(10)).until(() -> {
					watch.checkStopped();
					return Instant.now().isAfter(end);
				});
			};
			stage.submit("a");
			Job job = Awaitility.await()
				.atMost(WORK.plusSeconds(30))
				.until(() -> stage.jobs.find("a").orElseThrow(), (found) -> found.status() == JobState.COMPLETED);
			assertThat(node.log()).contains("timed out waiting for delivery acknowledgement");
			assertThat(job.course().attempts()).isEqualTo(1);
			stage.awaitNothingLeft();
			assertThat(stage.work.done).containsExactly("a");
			assertThat(stage.deadLetters()).isZero();
		}
	}

	private static Duration setting(String name, String usual) {
		return Duration.parse("PT" + System.getProperty(name, usual));
	}

}
