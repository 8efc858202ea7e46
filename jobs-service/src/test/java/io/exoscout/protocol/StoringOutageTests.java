package io.exoscout.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.exoscout.job.JobState;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Database or blob store are away while a worker has an outcome to store. */
class StoringOutageTests extends OnEachBroker {

	@Test
	void outcomeOfACancelledJobIsTakenAwayOnceTheDatabaseIsBack() {
		this.stage.failOnce("cancelled", away());
		this.stage.work.afterStore = () -> this.stage.jobs.cancel("a");
		this.stage.submit("a");
		this.stage.await("a", JobState.CANCELLED);
		Awaitility.await().until(() -> this.stage.work.discarded, List.of("a")::equals);
		this.stage.awaitNothingLeft();
	}

	@Test
	void cancelIsHeardWhileTheStoreIsAway() {
		this.stage.work.afterStore = StoringOutageTests::refuse;
		this.stage.submit("a");
		this.stage.await("a", JobState.RUNNING);
		Instant asked = Instant.now();
		this.stage.jobs.cancel("a");
		this.stage.await("a", JobState.CANCELLED);
		assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(5));
		Awaitility.await().until(() -> this.stage.work.discarded, List.of("a")::equals);
		this.stage.awaitNothingLeft();
	}

	@Test
	void deletedJobIsLetGoWhileTheStoreIsAway() {
		this.stage.work.afterStore = StoringOutageTests::refuse;
		this.stage.submit("a");
		this.stage.await("a", JobState.RUNNING);
		this.stage.jobs.delete("a");
		Awaitility.await().until(() -> this.stage.work.discarded, List.of("a")::equals);
		this.stage.awaitNothingLeft();
	}

	private static void refuse() {
		throw away();
	}

	private static ProblemException away() {
		return new ProblemException(ErrorCode.STORAGE_UNAVAILABLE, "The store is away.");
	}

}
