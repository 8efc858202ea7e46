package io.exoscout.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.exoscout.caller.Callers;
import io.exoscout.caller.Role;
import io.exoscout.feature.FeaturePlan;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import io.exoscout.work.EachDatabaseTest;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class MongoJobsTests extends EachDatabaseTest {

	private static final Duration LEASE = Duration.ofMinutes(1);

	private static final JobFailure FAILURE = new JobFailure("training_failed", "It went wrong.",
			Instant.parse("2026-11-20T13:00:00Z"));

	@Test
	void keepsEverythingOfAJob() {
		Job job = TestJobs.kepler("a");
		jobs.submit(job);
		assertThat(jobs.find("a")).contains(job);
	}

	@Test
	void keepsEverythingOfAPredictionJob() {
		Job job = TestJobs.prediction("a");
		jobs.submit(job);
		assertThat(jobs.find("a")).contains(job);
		assertThat(jobs.list(new JobQuery(JobType.PREDICTION, null, "kepler", null, null, null, 10, null)))
			.containsExactly(job);
	}

	@Test
	void belongToWhoSentThemFirst() {
		Callers.analyst("ada", () -> jobs.submit(TestJobs.kepler("a")));
		Jobs.Submission again = Callers.analyst("bob", () -> jobs.submit(TestJobs.kepler("a")));
		assertThat(again.job().owner()).isEqualTo("ada");
		assertThat(jobs.find("a").orElseThrow().owner()).isEqualTo("ada");
	}

	@Test
	void areListedByTheirOwner() {
		Callers.analyst("ada", () -> jobs.submit(TestJobs.kepler("a")));
		Callers.analyst("bob", () -> jobs.submit(TestJobs.kepler("b")));
		assertThat(jobs.list(new JobQuery(null, null, null, null, null, "bob", 10, null))).extracting(Job::jobId)
			.containsExactly("b");
	}

	@Test
	void belongToWhoSendsThemAgainOnceTheyEndedInVain() {
		Callers.analyst("ada", () -> jobs.submit(TestJobs.kepler("a")));
		jobs.cancel("a");
		Callers.analyst("bob", () -> jobs.submit(TestJobs.kepler("a")));
		assertThat(jobs.find("a").orElseThrow().owner()).isEqualTo("bob");
	}

	@Test
	void stayWhoseTheyAreWhenAnotherOneRetriesThem() {
		Callers.analyst("ada", () -> jobs.submit(TestJobs.kepler("a")));
		jobs.cancel("a");
		assertThat(Callers.as("root", Role.ADMIN, () -> jobs.retry("a")).orElseThrow().owner()).isEqualTo("ada");
	}

	@Test
	void knowsTheResultsOfItsPredictions() {
		jobs.submit(TestJobs.prediction("a"));
		Map<String, Object> results = Map.of("result", Map.of("sha256", "beef", "bytes", 3, "rows", 1));
		assertThat(jobs.complete(claim("a", "worker"), results)).isTrue();
		assertThat(jobs.uses("beef")).isTrue();
		jobs.delete("a");
		assertThat(jobs.uses("beef")).isFalse();
	}

	@Test
	void readsJobsOlderThanTheLeakAudit() {
		jobs.submit(TestJobs.kepler("a"));
		context.getBean(MongoOperations.class)
			.updateFirst(Query.query(Criteria.where("_id").is("a")), new Update().unset("report.leakAudit"), Job.class);
		assertThat(jobs.find("a").orElseThrow().request().report().leakAudit()).isNull();
	}

	@Test
	void keepsResultsWhateverTheirKeys() {
		Map<String, Object> results = Map.of("f1_score", 0.9, "classification_report", Map.of("FALSE POSITIVE",
				Map.of("f1-score", 0.8), "$set", 1, "a.b", List.of(Map.of("c.d", "e")), "", 2, "50%", 3));
		jobs.submit(TestJobs.kepler("a"));
		assertThat(jobs.complete(claim("a", "worker"), results)).isTrue();
		assertThat(jobs.find("a").orElseThrow().results()).isEqualTo(results);
	}

	@Test
	void acceptsOneOfAHundredSubmissionsAtOnce() throws Exception {
		List<Jobs.Submission> submissions = together(100, () -> jobs.submit(TestJobs.kepler("a")));
		assertThat(submissions).filteredOn(Jobs.Submission::accepted).hasSize(1);
		assertThat(submissions).allSatisfy((submission) -> assertThat(submission.job().jobId()).isEqualTo("a"));
	}

	@Test
	void isClaimedOnce() throws Exception {
		jobs.submit(TestJobs.kepler("a"));
		assertThat(together(32, () -> jobs.claim(jobs.find("a").orElseThrow(), "worker", LEASE)))
			.filteredOn((claimed) -> claimed.isPresent())
			.hasSize(1);
		assertThat(jobs.find("a").orElseThrow().course().attempts()).isEqualTo(1);
	}

	@Test
	void ignoresAWorkerThatLostItsLease() {
		jobs.submit(TestJobs.kepler("a"));
		Claim lost = claim("a", "slow");
		assertThat(jobs.expire(jobs.running().get(0))).isTrue();
		Claim held = claim("a", "fast");
		assertThat(held.attempt()).isEqualTo(2);
		assertThat(jobs.renew(lost, new Progress("final_fit", 0.5, ""), LEASE)).isEmpty();
		assertThat(jobs.complete(lost, Map.of())).isFalse();
		assertThat(jobs.fail(lost, FAILURE)).isFalse();
		assertThat(jobs.cancelled(lost)).isFalse();
		assertThat(jobs.release(lost)).isFalse();
		assertThat(jobs.tryAgain(lost)).isFalse();
		assertThat(jobs.complete(held, Map.of("f1_score", 1.0))).isTrue();
	}

	@Test
	void ignoresAnEarlierAttemptOfTheSameWorker() {
		jobs.submit(TestJobs.kepler("a"));
		Claim first = claim("a", "worker");
		jobs.tryAgain(first);
		claim("a", "worker");
		assertThat(jobs.complete(first, Map.of())).isFalse();
	}

	@Test
	void startsOverWhenSubmittedAfterAnError() {
		jobs.submit(TestJobs.kepler("a"));
		jobs.fail(claim("a", "worker"), FAILURE);
		Jobs.Submission again = jobs.submit(TestJobs.kepler("a"));
		assertThat(again.accepted()).isTrue();
		assertThat(again.job()).returns(JobState.QUEUED, Job::status)
			.returns(null, (found) -> found.outcome().error())
			.returns(null, (found) -> found.course().sentAt())
			.returns(1, (found) -> found.course().attempts())
			.returns(0, (found) -> found.course().attemptsSinceQueued());
	}

	@Test
	void takesTheNewestLabelWhenSubmittedAfterAnError() {
		jobs.submit(TestJobs.kepler("a"));
		jobs.fail(claim("a", "worker"), FAILURE);
		Job first = TestJobs.kepler("a");
		Job renamed = Job.training("a", "second_light", first.params(), first.dataset(), first.request().report(),
				new FeaturePlan("kepler-2", List.of(), List.of()), Instant.now());
		assertThat(jobs.submit(renamed).job().modelName()).isEqualTo("second_light");
	}

	@Test
	void startsOverOnceWhenSubmittedAHundredTimesAfterAnError() throws Exception {
		jobs.submit(TestJobs.kepler("a"));
		jobs.fail(claim("a", "worker"), FAILURE);
		assertThat(together(100, () -> jobs.submit(TestJobs.kepler("a")))).filteredOn(Jobs.Submission::accepted)
			.hasSize(1);
	}

	@Test
	void isNotStartedOverOnceCompleted() {
		jobs.submit(TestJobs.kepler("a"));
		jobs.complete(claim("a", "worker"), Map.of());
		assertThat(jobs.submit(TestJobs.kepler("a")).accepted()).isFalse();
		assertThat(jobs.retry("a")).isEmpty();
	}

	@Test
	void isQueuedAgainWhenItsLeaseRunsOut() {
		jobs.submit(TestJobs.kepler("a"));
		jobs.markSent(jobs.find("a").orElseThrow());
		claim("a", "dead");
		jobs.expire(jobs.running().get(0));
		assertThat(jobs.find("a").orElseThrow()).returns(JobState.QUEUED, Job::status)
			.returns(null, (found) -> found.course().sentAt());
		assertThat(claim("a", "alive").attempt()).isEqualTo(2);
	}

	@Test
	void isCancelledWhenItsLeaseRunsOutAfterACancel() {
		jobs.submit(TestJobs.kepler("a"));
		claim("a", "dead");
		jobs.cancel("a");
		jobs.expire(jobs.running().get(0));
		assertThat(jobs.find("a").orElseThrow().status()).isEqualTo(JobState.CANCELLED);
	}

	@Test
	void keepsItsLeaseByHeartbeats() {
		jobs.submit(TestJobs.kepler("a"));
		Claim claim = claim("a", "worker");
		Job before = jobs.running().get(0);
		Awaitility.await().until(() -> Instant.now().isAfter(before.course().startedAt().plusMillis(1)));
		Progress progress = new Progress("cross_validation", 0.25, "Fold 2 of 5");
		assertThat(jobs.renew(claim, progress, LEASE).orElseThrow().course().progress()).isEqualTo(progress);
		assertThat(jobs.expire(before)).isFalse();
	}

	@Test
	void cancelsAQueuedJobAtOnce() {
		jobs.submit(TestJobs.kepler("a"));
		assertThat(jobs.cancel("a").orElseThrow().status()).isEqualTo(JobState.CANCELLED);
		assertThat(jobs.cancel("a")).isEmpty();
		assertThat(jobs.find("a").orElseThrow().course().cancelledInQueue()).isPresent();
	}

	@Test
	void asksTheWorkerOfARunningJobToStop() {
		jobs.submit(TestJobs.kepler("a"));
		Claim claim = claim("a", "worker");
		assertThat(jobs.cancel("a").orElseThrow().status()).isEqualTo(JobState.RUNNING);
		assertThat(
				jobs.renew(claim, new Progress("final_fit", 0.5, ""), LEASE).orElseThrow().course().cancelRequested())
			.isTrue();
		assertThat(jobs.complete(claim, Map.of())).isFalse();
		assertThat(jobs.cancelled(claim)).isTrue();
		assertThat(jobs.find("a").orElseThrow().course().cancelledInQueue()).isEmpty();
	}

	@Test
	void doesNotCountAnAttemptThatWasHandedBack() {
		jobs.submit(TestJobs.kepler("a"));
		jobs.release(claim("a", "worker"));
		assertThat(jobs.find("a").orElseThrow()).returns(1, (found) -> found.course().attempts())
			.returns(0, (found) -> found.course().attemptsSinceQueued());
		jobs.tryAgain(claim("a", "worker"));
		assertThat(jobs.find("a").orElseThrow()).returns(2, (found) -> found.course().attempts())
			.returns(1, (found) -> found.course().attemptsSinceQueued());
	}

	@Test
	void isToBeSentUntilItsMessageIsConfirmed() {
		jobs.submit(TestJobs.kepler("a"));
		Instant later = Instant.now().plusSeconds(1);
		assertThat(jobs.unsent(later, Duration.ZERO, 10)).extracting(Job::jobId).containsExactly("a");
		jobs.markSent(jobs.find("a").orElseThrow());
		assertThat(jobs.unsent(later, Duration.ZERO, 10)).isEmpty();
		assertThat(jobs.sentBefore(later, JobType.TRAINING, 10)).extracting(Job::jobId).containsExactly("a");
	}

	@Test
	void failureIsShownInTheWordOfTheVersionThatLeftIt() {
		jobs.submit(TestJobs.kepler("a"));
		jobs.fail(claim("a", "worker"), new JobFailure("cosmic_ray", "It was hit.", Instant.now()));
		assertThat(jobs.find("a").orElseThrow().outcome().error()).returns("cosmic_ray", JobFailure::code)
			.returns("It was hit.", JobFailure::message);
	}

	@Test
	void jobThatCanNotBeReadHidesNoOther() {
		jobs.submit(TestJobs.kepler("a"));
		jobs.submit(TestJobs.kepler("b"));
		context.getBean(MongoOperations.class)
			.updateFirst(Query.query(Criteria.where("_id").is("a")), new Update().set("type", "DAYDREAM"), Job.class);
		assertThat(jobs.unsent(Instant.now(), Duration.ZERO, 10)).extracting(Job::jobId).containsExactly("b");
	}

	@Test
	void isLeftToItsUploaderForAWhile() {
		Instant queued = jobs.submit(TestJobs.kepler("a")).job().course().queuedAt();
		Duration patience = Duration.ofSeconds(5);
		assertThat(jobs.unsent(queued.plusSeconds(5), patience, 10)).isEmpty();
		assertThat(jobs.unsent(queued.plusSeconds(6), patience, 10)).hasSize(1);
	}

	@Test
	void ofOneThatIsCancelledInTheQueueSomebodyIsToldOnce() {
		jobs.submit(TestJobs.kepler("a"));
		jobs.cancel("a");
		Job cancelled = jobs.find("a").orElseThrow();
		assertThat(jobs.markTold(cancelled)).isTrue();
		assertThat(jobs.markTold(cancelled)).isFalse();
	}

	@Test
	void ofOneThatIsCancelledAgainSomebodyIsToldAgain() {
		jobs.submit(TestJobs.kepler("a"));
		jobs.cancel("a");
		Job first = jobs.find("a").orElseThrow();
		jobs.markTold(first);
		jobs.retry("a");
		jobs.cancel("a");
		assertThat(jobs.markTold(first)).isFalse();
		assertThat(jobs.markTold(jobs.find("a").orElseThrow())).isTrue();
	}

	@Test
	void isNotMarkedAsSentByTheMessageOfAnEarlierAttempt() {
		Job before = jobs.submit(TestJobs.kepler("a")).job();
		jobs.tryAgain(claim("a", "worker"));
		jobs.markSent(before);
		assertThat(jobs.find("a").orElseThrow().course().sentAt()).isNull();
	}

	@Test
	void isNotMarkedAsSentByAMessageThatWasAlreadyPassedOn() {
		Job before = jobs.submit(TestJobs.kepler("a")).job();
		jobs.passOn("a", LEASE, FAILURE);
		jobs.markSent(before);
		assertThat(jobs.find("a").orElseThrow().course().sentAt()).isNull();
	}

	@Test
	void isNotClaimedWithTheMessageOfAnotherOnceItIsPassedOn() {
		Job before = jobs.submit(TestJobs.kepler("a")).job();
		jobs.markSent(before);
		jobs.passOn("a", LEASE, FAILURE);
		assertThat(jobs.claim(before, "worker", LEASE)).isEmpty();
		assertThat(jobs.claim(jobs.find("a").orElseThrow(), "worker", LEASE)).isPresent();
	}

	@Test
	void isNotMarkedAsSentByAMessageThatHasToWait() {
		Job before = jobs.submit(TestJobs.kepler("a")).job();
		jobs.markSent(before);
		jobs.markUnsent(before);
		jobs.markSent(before);
		assertThat(jobs.find("a").orElseThrow().course().sentAt()).isNull();
		assertThat(jobs.unsent(Instant.now(), Duration.ZERO, 10)).extracting(Job::jobId).containsExactly("a");
	}

	@Test
	void isNotMarkedAsUnsentOnceItIsClaimed() {
		Job before = jobs.submit(TestJobs.kepler("a")).job();
		claim("a", "worker");
		Job claimed = jobs.find("a").orElseThrow();
		jobs.markUnsent(before);
		assertThat(jobs.find("a")).contains(claimed);
	}

	@Test
	void givesUpOnlyWhatIsQueued() {
		jobs.submit(TestJobs.kepler("a"));
		assertThat(jobs.giveUp("a", FAILURE)).isTrue();
		assertThat(jobs.find("a").orElseThrow().outcome().error()).isEqualTo(FAILURE);
		assertThat(jobs.giveUp("a", FAILURE)).isFalse();
	}

	@Test
	void listsTheNewestFirstAndGoesOnAfterAPlace() {
		Instant noon = Instant.parse("2026-11-20T12:00:00Z");
		jobs.submit(TestJobs.kepler("a", noon));
		jobs.submit(TestJobs.kepler("c", noon));
		jobs.submit(TestJobs.kepler("b", noon));
		jobs.submit(TestJobs.kepler("d", noon.plusSeconds(1)));
		assertThat(jobs.list(query(2, null))).extracting(Job::jobId).containsExactly("d", "c");
		assertThat(jobs.list(query(2, new JobQuery.JobPlace(noon, "c")))).extracting(Job::jobId)
			.containsExactly("b", "a");
	}

	@Test
	void listsWhatMatches() {
		jobs.submit(TestJobs.kepler("a"));
		jobs.submit(TestJobs.kepler("b"));
		jobs.cancel("b");
		JobQuery cancelled = new JobQuery(JobType.TRAINING, JobState.CANCELLED, "kepler", "xgboost", "first_light",
				null, 10, null);
		assertThat(jobs.list(cancelled)).extracting(Job::jobId).containsExactly("b");
		assertThat(jobs.list(new JobQuery(null, null, "tess", null, null, null, 10, null))).isEmpty();
	}

	@Test
	void knowsTheTablesOfItsJobs() {
		jobs.submit(TestJobs.kepler("a"));
		assertThat(jobs.uses(TestJobs.TABLE)).isTrue();
		jobs.delete("a");
		assertThat(jobs.uses(TestJobs.TABLE)).isFalse();
	}

	@Test
	void saysWithinSecondsThatTheDatabaseIsAway() {
		Map<String, Object> nowhere = Map.of("spring.mongodb.uri", "mongodb://127.0.0.1:1/exoscout");
		try (ConfigurableApplicationContext lonely = TestServers.context(nowhere, WorkConfiguration.class)) {
			Jobs unreachable = lonely.getBean(Jobs.class);
			await().atMost(Duration.ofSeconds(15))
				.untilAsserted(() -> assertThatExceptionOfType(ProblemException.class)
					.isThrownBy(() -> unreachable.submit(TestJobs.kepler("a")))
					.returns(ProblemKind.UNAVAILABLE, ProblemException::kind)
					.returns(ErrorCode.DATABASE_UNAVAILABLE, ProblemException::code));
		}
	}

	private static JobQuery query(int limit, JobQuery.JobPlace after) {
		return new JobQuery(null, null, null, null, null, null, limit, after);
	}

	private static Claim claim(String jobId, String workerId) {
		Job job = jobs.claim(jobs.find(jobId).orElseThrow(), workerId, LEASE).orElseThrow();
		return new Claim(jobId, workerId, job.course().attempts());
	}

	private static <T> List<T> together(int threads, Callable<T> task) throws Exception {
		ExecutorService pool = Executors.newFixedThreadPool(threads);
		try {
			List<T> results = new ArrayList<>();
			for (Future<T> future : pool.invokeAll(Collections.nCopies(threads, task))) {
				results.add(future.get());
			}
			return results;
		}
		finally {
			pool.shutdownNow();
		}
	}

	@Test
	void notesEveryMove() {
		jobs.submit(TestJobs.kepler("a"));
		Job claimed = jobs.claim(jobs.find("a").orElseThrow(), "worker", LEASE).orElseThrow();
		jobs.release(new Claim("a", "worker", 1));
		Job cancelled = jobs.cancel("a").orElseThrow();
		assertThat(cancelled.course().moves()).extracting(JobCourse.Move::status)
			.containsExactly(JobState.QUEUED, JobState.RUNNING, JobState.QUEUED, JobState.CANCELLED);
		assertThat(cancelled.course().revision() - claimed.course().revision()).isEqualTo(2);
	}

	@Test
	void keepsTheLastMovesAlone() {
		jobs.submit(TestJobs.kepler("a"));
		for (int i = 0; i < 40; i++) {
			jobs.cancel("a");
			jobs.retry("a");
		}
		Job job = jobs.find("a").orElseThrow();
		assertThat(job.course().moves()).hasSize(JobCourse.MOVES_KEPT);
		assertThat(job.course().moves().get(JobCourse.MOVES_KEPT - 1).status()).isEqualTo(JobState.QUEUED);
	}

	@Test
	void findsJobsByTheTimeOfTheirMoves() {
		jobs.submit(TestJobs.kepler("a"));
		jobs.submit(TestJobs.kepler("b"));
		Instant before = Instant.now().minusSeconds(60);
		jobs.cancel("b");
		assertThat(jobs.movedSince(before, 10)).extracting(Job::jobId).containsExactly("b");
	}

}
