package io.exoscout.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.exoscout.broker.EmbeddedBroker;
import io.exoscout.servers.FreePort;
import io.exoscout.job.Job;
import io.exoscout.job.Jobs;
import io.exoscout.job.TestJobs;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import io.exoscout.work.WorkQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class BrokerOutageTests {

	@TempDir
	private Path dir;

	@Test
	void jobAcceptedWhileTheBrokerIsDownIsSentOnceItIsBack() throws IOException {
		int port = FreePort.find();
		try (ConfigurableApplicationContext context = TestServers.context(brokerAt(port), WorkConfiguration.class,
				SweeperConfiguration.class)) {
			TestServers.forgetDocuments(context);
			Jobs jobs = context.getBean(Jobs.class);
			WorkQueue queue = context.getBean(WorkQueue.class);
			Job job = jobs.submit(TestJobs.kepler("a")).job();
			assertThat(queue.send(job)).isFalse();
			assertThat(queue.depth()).isEmpty();
			assertThat(jobs.find("a").orElseThrow().course().sentAt()).isNull();
			try (EmbeddedBroker broker = EmbeddedBroker.start(this.dir, port, "secret")) {
				assertThat(broker.port()).isEqualTo(port);
				Awaitility.await()
					.atMost(Duration.ofSeconds(15))
					.until(() -> jobs.find("a").orElseThrow().course().sentAt() != null);
				// once more where its confirmation came late
				assertThat(queue.depth().orElseThrow()).isPositive();
			}
		}
	}

	private static Map<String, Object> brokerAt(int port) {
		Map<String, Object> properties = new HashMap<>(TestServers.servers().properties());
		properties.put("spring.rabbitmq.port", port);
		properties.put("spring.rabbitmq.password", "secret");
		return properties;
	}

}
