package io.exoscout.share;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.exoscout.caller.Callers;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.job.Claim;
import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.job.TestJobs;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.share.Use.Bounded;
import io.exoscout.store.Digests;
import io.exoscout.store.MongoAccess;
import io.exoscout.work.EachDatabaseTest;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class QuotasTests extends EachDatabaseTest {

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

	@Test
	void refusesAJobTooManyAndSaysWhatToDo() {
		Quotas quotas = quotas(2, null);
		submit(quotas, "ada", "a");
		submit(quotas, "ada", "b");
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> submit(quotas, "ada", "c"))
			.returns(ErrorCode.QUOTA_EXCEEDED, ProblemException::code)
			.withMessage(
					"ada has 2 jobs in the queue, and may have 2. Send this one once some of them are done, or cancel some.");
		assertThat(jobs.find("c")).isEmpty();
		submit(quotas, "bob", "d");
		jobs.cancel("a");
		submit(quotas, "ada", "c");
	}

	@Test
	void manyJobsHaveRoomTogetherOrNotAtAll() {
		Quotas quotas = quotas(3, 2500L);
		submit(quotas, "ada", "a");
		List<DatasetRef> tables = Stream.of("b", "c", "d").map((id) -> on(id, id).dataset()).toList();
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> quotas.within("ada", Demand.jobs(tables), () -> "never"))
			.returns(ErrorCode.QUOTA_EXCEEDED, ProblemException::code)
			.withMessageContaining("this would add 3");
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> quotas.within("ada", Demand.jobs(tables.subList(0, 2)), () -> "never"))
			.withMessageContaining("1000 bytes stored and may have 2500; this would add 2000");
		assertThat(quotas.within("ada", Demand.jobs(tables.subList(0, 1)), () -> "done")).isEqualTo("done");
	}

	@Test
	void whatIsNobodysKnowsNoBound() {
		Quotas quotas = quotas(1, 1L);
		submit(quotas, null, "a");
		submit(quotas, null, "b");
		assertThat(quotas.use(null).queuedJobs()).isEqualTo(new Bounded(2, null));
	}

	@Test
	void refusesATableForWhichThereIsNoRoom() {
		Quotas quotas = quotas(null, 2500L);
		submit(quotas, "ada", "a");
		submit(quotas, "ada", "b");
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> submit(quotas, "ada", "c"))
			.withMessage(
					"ada has 2000 bytes stored and may have 2500; this would add 1000. Delete jobs or models that are not needed any more.");
		jobs.delete("a");
		submit(quotas, "ada", "c");
	}

	@Test
	void theSameTableTakesRoomOnce() {
		Quotas quotas = quotas(null, 1500L);
		submit(quotas, "ada", "a");
		Job again = on("b", "a");
		Callers.analyst("ada", () -> quotas.within("ada", Demand.job(again.dataset()), () -> jobs.submit(again)));
		assertThat(quotas.use("ada").storedBytes()).isEqualTo(new Bounded(1000, 1500L));
	}

	@Test
	void countsPredictionsAndModelsToo() {
		Quotas quotas = quotas(null, null);
		submit(quotas, "ada", "a");
		jobs.claim(jobs.find("a").orElseThrow(), "worker", Duration.ofMinutes(1));
		jobs.complete(new Claim("a", "worker", 1),
				Map.of("result", Map.of("sha256", sha256("result"), "bytes", 200L, "rows", 1)));
		context.getBean(MongoOperations.class)
			.insert(new Document("_id", "m").append("owner", "ada")
				.append("file", blob("file", 30L))
				.append("candidates", new Document("file", blob("list", 4L))), "models");
		assertThat(quotas.use("ada").storedBytes()).isEqualTo(new Bounded(1234, null));
		assertThat(quotas.use("bob").storedBytes()).isEqualTo(new Bounded(0, null));
	}

	private static Document blob(String of, long bytes) {
		return new Document("sha256", sha256(of)).append("bytes", bytes);
	}

	@Test
	void tellsWhatThereIsAndMayBe() {
		Quotas quotas = new Quotas(access(), new Promises(access()), new QuotaSettings(5, 3, DataSize.ofKilobytes(9)));
		submit(quotas, "ada", "a");
		submit(quotas, "ada", "b");
		jobs.claim(jobs.find("a").orElseThrow(), "worker", Duration.ofMinutes(1));
		assertThat(quotas.use("ada"))
			.isEqualTo(new Use("ada", new Bounded(1, 5L), new Bounded(1, 3L), new Bounded(2000, 9L * 1024)));
	}

	@Test
	void fiftyUploadsAtOnceDoNotExceedTheBound() throws Exception {
		assertThat(accepted(new QuotaSettings(7, null, null))).hasSize(7);
		assertThat(jobs.count(JobState.QUEUED, JobType.TRAINING)).isEqualTo(7);
	}

	@Test
	void fiftyUploadsAtOnceDoNotExceedTheRoomEither() throws Exception {
		assertThat(accepted(new QuotaSettings(null, null, DataSize.ofBytes(7_500)))).hasSize(7);
		assertThat(quotas(null, null).use("ada").storedBytes().used()).isEqualTo(7000);
	}

	/** Two services, of which neither knows what the other one has under way. */
	private static Set<String> accepted(QuotaSettings settings) throws Exception {
		Quotas quotas = new Quotas(access(), new Promises(access()), settings);
		Quotas others = new Quotas(access(), new Promises(access()), settings);
		ExecutorService threads = Executors.newFixedThreadPool(50);
		try {
			List<Future<String>> uploads = new ArrayList<>();
			for (int i = 0; i < 50; i++) {
				String jobId = "job-" + i;
				Quotas one = (i % 2 == 0) ? quotas : others;
				uploads.add(threads.submit(() -> {
					try {
						submit(one, "ada", jobId);
						return jobId;
					}
					catch (ProblemException ex) {
						assertThat(ex.code()).isEqualTo(ErrorCode.QUOTA_EXCEEDED);
						return "";
					}
				}));
			}
			Set<String> accepted = new TreeSet<>();
			for (Future<String> upload : uploads) {
				accepted.add(upload.get());
			}
			accepted.remove("");
			return accepted;
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void roomIsGivenBackWhereNothingWasStored() {
		Quotas quotas = quotas(1, null);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> quotas.within("ada", Demand.JOB, () -> {
			throw new IllegalStateException("no disk");
		}));
		submit(quotas, "ada", "a");
	}

	@Test
	void whatAKilledProcessWasPromisedLapses() {
		Quotas quotas = quotas(1, null);
		quotas.within("ada", Demand.JOB, () -> {
			// as if this one never came to its end
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> submit(quotas, "ada", "a"));
			context.getBean(MongoOperations.class)
				.updateFirst(new Query(),
						new Update().set("given.0.at", Date.from(Instant.now().minus(Promises.LAPSE).minusSeconds(1))),
						Promises.COLLECTION);
			submit(quotas, "ada", "a");
			return "";
		});
		assertThat(jobs.find("a")).isPresent();
	}

	private static Quotas quotas(@Nullable Integer queued, @Nullable Long bytes) {
		return new Quotas(access(), new Promises(access()),
				new QuotaSettings(queued, null, (bytes != null) ? DataSize.ofBytes(bytes) : null));
	}

	private static MongoAccess access() {
		return new MongoAccess(context.getBean(MongoOperations.class));
	}

	private static void submit(Quotas quotas, @Nullable String owner, String jobId) {
		Job job = on(jobId, jobId);
		if (owner == null) {
			quotas.within(null, Demand.job(job.dataset()), () -> jobs.submit(job));
		}
		else {
			Callers.analyst(owner, () -> quotas.within(owner, Demand.job(job.dataset()), () -> jobs.submit(job)));
		}
	}

	/** A job on a table of a thousand bytes. */
	private static Job on(String jobId, String table) {
		Job like = TestJobs.kepler(jobId);
		DatasetRef dataset = new DatasetRef(sha256(table), "koi.csv", 1000, 3, 5, null, null);
		return Job.training(jobId, like.modelName(), like.params(), dataset, like.request().report(),
				like.request().features(), NOON);
	}

	private static String sha256(String text) {
		return Digests.sha256(text.getBytes());
	}

}
