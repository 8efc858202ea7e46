package io.exoscout.share;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.exoscout.caller.Callers;
import io.exoscout.job.Claim;
import io.exoscout.job.Job;
import io.exoscout.job.JobFailure;
import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.job.TestJobs;
import io.exoscout.store.MongoAccess;
import io.exoscout.work.EachDatabaseTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;

class FairTurnsTests extends EachDatabaseTest {

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

	private static final Duration LEASE = Duration.ofMinutes(1);

	private int minutes;

	@Test
	void oneAfterTheOtherIsServedHoweverManyJobsEachHas() {
		for (int i = 1; i <= 6; i++) {
			sent("ada", "ada-" + i);
		}
		sent("bob", "bob-1");
		sent("bob", "bob-2");
		assertThat(served(8)).containsExactly("ada-1", "bob-1", "ada-2", "bob-2", "ada-3", "ada-4", "ada-5", "ada-6");
	}

	@Test
	void whoHasFewerJobsRunningComesFirst() {
		sent("ada", "ada-1");
		sent("ada", "ada-2");
		sent("ada", "ada-3");
		assertThat(take()).isEqualTo("ada-1");
		assertThat(take()).isEqualTo("ada-2");
		sent("bob", "bob-1");
		sent("bob", "bob-2");
		sent("bob", "bob-3");
		assertThat(List.of(take(), take())).containsExactly("bob-1", "bob-2");
		assertThat(List.of(take(), take())).containsExactlyInAnyOrder("ada-3", "bob-3");
	}

	@Test
	void whoComesLateIsNotServedForWhatHeNeverAskedFor() {
		for (int i = 1; i <= 5; i++) {
			sent("ada", "ada-" + i);
		}
		assertThat(served(3)).containsExactly("ada-1", "ada-2", "ada-3");
		sent("bob", "bob-1");
		sent("bob", "bob-2");
		sent("bob", "bob-3");
		assertThat(served(5)).containsExactly("bob-1", "ada-4", "bob-2", "ada-5", "bob-3");
	}

	@Test
	void jobsOfNobodyHaveTurnsAsThoseOfAnybody() {
		sent(null, "a");
		sent(null, "b");
		sent("ada", "ada-1");
		sent("ada", "ada-2");
		assertThat(served(4)).containsExactly("a", "ada-1", "b", "ada-2");
	}

	@Test
	void withoutOwnersFirstComeIsFirstServed() {
		sent(null, "c");
		sent(null, "a");
		sent(null, "b");
		assertThat(served(3)).containsExactly("c", "a", "b");
		assertThat(context.getBean(MongoOperations.class).collectionExists(FairTurns.COLLECTION)
				&& context.getBean(MongoOperations.class).estimatedCount(FairTurns.COLLECTION) > 0)
			.as("anything is noted")
			.isFalse();
	}

	@Test
	void predictionsAndTrainingsAreInDifferentLines() {
		sent("ada", "ada-1");
		Callers.analyst("bob", () -> jobs.submit(TestJobs.prediction("bob-1")));
		jobs.markSent(jobs.find("bob-1").orElseThrow());
		assertThat(turns(null).next(JobType.PREDICTION).job()).contains("bob-1");
		assertThat(turns(null).next(JobType.TRAINING).job()).contains("ada-1");
	}

	@Test
	void noOtherTakesThePlaceOfAJobWhoseMessageIsNotSent() {
		submitted("ada", "ada-1");
		sent("ada", "ada-2");
		assertThat(next()).contains("ada-2");
		assertThat(turns(null).longestWaiting(JobType.TRAINING)).contains("ada-2");
	}

	@Test
	void turnOfAJobThatIsPassedOnIsOver() {
		sent("ada", "ada-1");
		Turn turn = turns(null).next(JobType.TRAINING);
		assertThat(turn.isOf(jobs.find("ada-1").orElseThrow())).isTrue();
		jobs.passOn("ada-1", LEASE, new JobFailure("workers_too_old", "sorcery", Instant.now()));
		assertThat(turn.isOf(jobs.find("ada-1").orElseThrow())).isFalse();
	}

	@Test
	void messageThatNoOtherJobNeedsServesOneThatMayNotHaveBeenSent() {
		submitted("ada", "ada-1");
		assertThat(next()).contains("ada-1");
		assertThat(turns(null).longestWaiting(JobType.TRAINING)).contains("ada-1");
	}

	@Test
	void jobsOfTheOtherTypeDoNotCountAgainstAnybody() {
		Callers.analyst("bob", () -> jobs.submit(TestJobs.prediction("bob-1")));
		jobs.claim(jobs.find("bob-1").orElseThrow(), "worker", LEASE);
		sent("bob", "bob-2");
		sent("ada", "ada-1");
		assertThat(next()).contains("bob-2");
	}

	@Test
	void whoHasAsManyRunningAsHeMayWaits() {
		FairTurns turns = turns(1);
		sent("ada", "ada-1");
		sent("ada", "ada-2");
		jobs.claim(jobs.find("ada-1").orElseThrow(), "worker", LEASE);
		assertThat(turns.next(JobType.TRAINING)).isEqualTo(Turn.HELD);
		assertThat(turns.next(JobType.TRAINING)).isEqualTo(Turn.HELD);
		assertThat(turns.areAllHeld(JobType.TRAINING)).isTrue();
		assertThat(turns(2).areAllHeld(JobType.TRAINING)).isFalse();
		assertThat(turns.areAllHeld(JobType.PREDICTION)).isFalse();
		sent("bob", "bob-1");
		assertThat(turns.areAllHeld(JobType.TRAINING)).isFalse();
		assertThat(turns.next(JobType.TRAINING).job()).contains("bob-1");
		end("ada-1");
		assertThat(turns.next(JobType.TRAINING).job()).contains("ada-2");
	}

	@Test
	void jobsOfNobodyKnowNoBound() {
		sent(null, "a");
		sent(null, "b");
		sent("ada", "ada-1");
		jobs.claim(jobs.find("a").orElseThrow(), "worker", LEASE);
		jobs.claim(jobs.find("ada-1").orElseThrow(), "worker", LEASE);
		assertThat(turns(1).next(JobType.TRAINING).job()).contains("b");
	}

	@Test
	void nothingIsNextWhereNothingWaits() {
		assertThat(turns(null).next(JobType.TRAINING)).isEqualTo(Turn.NONE);
		assertThat(turns(null).longestWaiting(JobType.TRAINING)).isEmpty();
	}

	/** What a single worker does. */
	private static List<String> served(int count) {
		List<String> served = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			served.add(take());
			end(served.get(i));
		}
		return served;
	}

	private static String take() {
		String next = next().orElseThrow();
		assertThat(jobs.claim(jobs.find(next).orElseThrow(), "worker", LEASE)).isPresent();
		return next;
	}

	private static void end(String jobId) {
		Job job = jobs.find(jobId).orElseThrow();
		assertThat(job.status()).isEqualTo(JobState.RUNNING);
		jobs.cancelled(new Claim(jobId, "worker", job.course().attempts()));
	}

	private static Optional<String> next() {
		return turns(null).next(JobType.TRAINING).job();
	}

	private static FairTurns turns(@Nullable Integer running) {
		return new FairTurns(new MongoAccess(context.getBean(MongoOperations.class)),
				new QuotaSettings(null, running, null));
	}

	private void sent(@Nullable String owner, String jobId) {
		jobs.markSent(submitted(owner, jobId));
	}

	private Job submitted(@Nullable String owner, String jobId) {
		Job job = TestJobs.kepler(jobId, NOON.plus(Duration.ofMinutes(this.minutes++)));
		return ((owner != null) ? Callers.analyst(owner, () -> jobs.submit(job)) : jobs.submit(job)).job();
	}

}
