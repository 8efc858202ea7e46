package io.exoscout.protocol;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import io.exoscout.worker.FakeWork;
import io.exoscout.database.EmbeddedDatabase;
import io.exoscout.servers.FreePort;
import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.job.TestJobs;
import io.exoscout.work.TestBroker;
import io.exoscout.work.TestServers;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseOutageTests {

	@TempDir
	private Path dir;

	@Test
	void messageWaitsWhileTheDatabaseIsAway() throws IOException {
		int port = FreePort.find();
		EmbeddedDatabase database = TestServers.database(this.dir, port);
		try (WorkerStage stage = new WorkerStage(TestBroker.EMBEDDED, at(database))) {
			stage.clear();
			Job job = TestJobs.kepler("a");
			database.close();
			assertThat(stage.queue.send(job)).isTrue();
			database = TestServers.database(this.dir, port);
			// the first try may still find the old connection
			Awaitility.await().ignoreExceptions().until(() -> stage.jobs.submit(job).accepted());
			assertThat(stage.await("a", JobState.COMPLETED).course().attempts()).isEqualTo(1);
			stage.awaitNothingLeft();
		}
		finally {
			database.close();
		}
	}

	@Test
	void workOutlivesAnOutageOfTheDatabase() throws IOException {
		int port = FreePort.find();
		EmbeddedDatabase database = TestServers.database(this.dir, port);
		try (WorkerStage stage = new WorkerStage(TestBroker.EMBEDDED, at(database))) {
			stage.clear();
			CountDownLatch worked = new CountDownLatch(1);
			stage.work.task = (job,
					watch) -> Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> worked.getCount() == 0);
			stage.submit("a");
			stage.await("a", JobState.RUNNING);
			database.close();
			worked.countDown();
			database = TestServers.database(this.dir, port);
			assertThat(stage.await("a", JobState.COMPLETED).results()).isEqualTo(FakeWork.RESULTS);
			assertThat(stage.work.done).containsExactly("a");
		}
		finally {
			database.close();
		}
	}

	private static Map<String, Object> at(EmbeddedDatabase database) {
		return Map.of("spring.mongodb.uri", database.uri());
	}

}
