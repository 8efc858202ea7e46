package io.exoscout.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import io.exoscout.suite.Broker;
import io.exoscout.work.JobState;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Database or blob store are away while a worker has an outcome to store. */
class StoringOutageTests {

	private static WorkerStage stage;

	private static FailingJobs failing;

	@BeforeAll
	static void start() {
		stage = new WorkerStage(Broker.EMBEDDED, Map.of(), FailingJobs.class);
		failing = stage.context.getBean(FailingJobs.class);
	}

	@AfterAll
	static void stop() {
		stage.close();
	}

	@BeforeEach
	void clear() {
		stage.clear();
	}

	@Test
	void outcomeOfACancelledJobIsTakenAwayOnceTheDatabaseIsBack() {
		failing.failures.put("cancelled", away());
		stage.work.afterStore = () -> stage.jobs.cancel("a");
		stage.submit("a");
		stage.await("a", JobState.CANCELLED);
		Awaitility.await().until(() -> stage.work.discarded, List.of("a")::equals);
		stage.awaitNothingLeft();
	}

	@Test
	void cancelIsHeardWhileTheStoreIsAway() {
		stage.work.afterStore = StoringOutageTests::refuse;
		stage.submit("a");
		stage.await("a", JobState.RUNNING);
		Instant asked = Instant.now();
		stage.jobs.cancel("a");
		stage.await("a", JobState.CANCELLED);
		assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(2));
		Awaitility.await().until(() -> stage.work.discarded, List.of("a")::equals);
		stage.awaitNothingLeft();
	}

	@Test
	void deletedJobIsLetGoWhileTheStoreIsAway() {
		stage.work.afterStore = StoringOutageTests::refuse;
		stage.submit("a");
		stage.await("a", JobState.RUNNING);
		stage.jobs.delete("a");
		Awaitility.await().until(() -> stage.work.discarded, List.of("a")::equals);
		stage.awaitNothingLeft();
	}

	private static void refuse() {
		throw away();
	}

	private static ProblemException away() {
		return new ProblemException(ProblemKind.UNAVAILABLE, "store_unavailable", "The store is away.");
	}

}
