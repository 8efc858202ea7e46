package io.exoscout.predictor.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import io.exoscout.audit.AuditTrail;
import io.exoscout.audit.RecordId;
import io.exoscout.job.Job;
import io.exoscout.job.JobCourse;
import io.exoscout.job.JobFailure;
import io.exoscout.job.JobState;
import io.exoscout.job.TestJobs;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.MongoAccess;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AuditRecordsTests {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private static final ConfigurableApplicationContext CONTEXT = TestServers.context(WorkConfiguration.class);

	private final AuditRecords records = recordsAt(NOON);

	private final JsonMapper json = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private final MockMvcTester http = MockMvcTester.of(new AuditController(this.records, this.json));

	@BeforeEach
	void clear() {
		TestServers.forgetDocuments(CONTEXT);
	}

	@AfterAll
	static void close() {
		CONTEXT.close();
	}

	private static AuditRecords recordsAt(Instant now) {
		return new AuditRecords(new MongoAccess(CONTEXT.getBean(MongoOperations.class)), Duration.ofDays(30),
				Clock.fixed(now, ZoneOffset.UTC));
	}

	private static AuditRecord record(Instant time, @Nullable String caller, String model, String outcome) {
		return new AuditRecord(RecordId.at(time), time, caller, "/exo-scout-predictor", model, "ab", "cd", 20L, outcome,
				200, null, 12.5, null);
	}

	private List<String> models(AuditQuery query) {
		return this.records.find(query, 10).stream().map(AuditRecord::modelId).toList();
	}

	@Test
	void theEndOfAJobIsOneOfThem() {
		Job job = TestJobs.prediction("4e".repeat(32));
		Instant later = job.createdAt().plusSeconds(3);
		this.records.write(List.of(AuditRecord.of(job, JobState.COMPLETED, null, later),
				AuditRecord.of(job, JobState.ERROR, JobFailure.of(ErrorCode.MODEL_CHANGED, "…"), later.plusSeconds(1)),
				AuditRecord.of(job, JobState.CANCELLED, null, later.plusSeconds(2))));
		List<AuditRecord> all = this.records.find(AuditQuery.of(null, null, null, null, null, null), 10);
		assertThat(all).extracting(AuditRecord::outcome).containsExactly("cancelled", "failed", "answered");
		assertThat(all).extracting(AuditRecord::code).containsExactly(null, "model_changed", null);
		assertThat(all.get(2)).returns(later, AuditRecord::time)
			.returns(3000.0, AuditRecord::milliseconds)
			.returns(job.jobId(), AuditRecord::jobId)
			.returns("model", AuditRecord::modelId)
			.returns(3L, AuditRecord::rows)
			.returns(job.dataset().sha256(), AuditRecord::tableSha256)
			.returns(null, AuditRecord::status)
			.returns(null, AuditRecord::caller);
		assertThat(this.records.find(AuditQuery.of(null, null, null, null, "cancelled", null), 10)).hasSize(1);
	}

	@Test
	void jobCancelledInTheQueueLeavesOneOfThatTime() throws InterruptedException {
		Job queued = TestJobs.prediction("4e".repeat(32));
		JobCourse course = queued.course();
		Instant cancelled = queued.createdAt().plusSeconds(2);
		List<JobCourse.Move> moves = List.of(new JobCourse.Move(JobState.QUEUED, queued.createdAt(), null),
				new JobCourse.Move(JobState.CANCELLED, cancelled, null));
		Job job = TestJobs.inState(queued, JobState.CANCELLED, new JobCourse(null, null, 0, 0, null, false,
				course.queuedAt(), null, null, null, course.revision(), moves));
		AuditTrail<AuditRecord> trail = new AuditTrail<>("predictions", this.records, 10, AuditTrail.PAUSE,
				new SimpleMeterRegistry());
		trail.start();
		new AuditConfiguration().auditedJobs(trail).ended(job, JobState.CANCELLED, null);
		trail.close();
		assertThat(this.records.find(AuditQuery.of(null, null, null, null, null, null), 10)).singleElement()
			.returns(cancelled, AuditRecord::time)
			.returns("cancelled", AuditRecord::outcome)
			.returns(2000.0, AuditRecord::milliseconds)
			.returns(job.jobId(), AuditRecord::jobId);
	}

	@Test
	void comeNewestFirst() {
		this.records.write(List.of(record(NOON.minusSeconds(1), null, "older", "answered"),
				record(NOON, "api-key-1", "newer", "refused")));
		assertThat(models(AuditQuery.of(null, null, null, null, null, null))).containsExactly("newer", "older");
	}

	@Test
	void areFoundByTimeModelCallerAndOutcome() {
		this.records.write(List.of(record(NOON.minusSeconds(1), null, "older", "answered"),
				record(NOON, "api-key-1", "newer", "refused")));
		String time = NOON.toString();
		assertThat(models(AuditQuery.of(time, null, null, null, null, null))).containsExactly("newer");
		assertThat(models(AuditQuery.of(null, time, null, null, null, null))).containsExactly("older");
		assertThat(models(AuditQuery.of(null, null, "older", null, null, null))).containsExactly("older");
		assertThat(models(AuditQuery.of(null, null, null, "api-key-1", null, null))).containsExactly("newer");
		assertThat(models(AuditQuery.of(null, null, null, null, "answered", null))).containsExactly("older");
		assertThat(models(AuditQuery.of(time, time, null, null, null, null))).isEmpty();
	}

	@Test
	void refusesWhatIsNoTimeNoOutcomeAndNoCursor() {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> AuditQuery.of("yesterday", null, null, null, null, null))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_PARAMETER));
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> AuditQuery.of(null, null, null, null, "good", null));
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> AuditQuery.of(null, null, null, null, null, "x"));
	}

	@Test
	void whatWasKeptLongEnoughIsForgotten() {
		this.records.write(List.of(record(NOON, null, "a", "answered")));
		assertThat(recordsAt(NOON.plus(Duration.ofDays(30))).forgetOld()).isZero();
		assertThat(recordsAt(NOON.plus(Duration.ofDays(30)).plusSeconds(1)).forgetOld()).isOne();
		assertThat(models(AuditQuery.of(null, null, null, null, null, null))).isEmpty();
	}

	@Test
	void whatIsWrittenTwiceIsThereOnce() {
		AuditRecord first = record(NOON, null, "a", "answered");
		this.records.write(List.of(first));
		this.records.write(List.of(first, record(NOON.minusSeconds(1), null, "b", "answered")));
		assertThat(models(AuditQuery.of(null, null, null, null, null, null))).containsExactly("a", "b");
	}

	@Test
	void thoseOfOneSecondAndOneWriteAreOneDocument() {
		this.records
			.write(List.of(record(NOON, null, "a", "answered"), record(NOON.minusMillis(1), null, "b", "refused"),
					record(NOON.plusMillis(999), null, "c", "answered")));
		assertThat(CONTEXT.getBean(MongoOperations.class).getCollection(AuditRecords.COLLECTION).countDocuments())
			.isEqualTo(2);
		assertThat(models(AuditQuery.of(null, null, null, null, null, null))).containsExactly("c", "a", "b");
	}

	@Test
	void thoseOfOneSecondAreInOrderWhoeverWroteThem() {
		this.records.write(List.of(record(NOON.plusMillis(1), null, "second", "answered"),
				record(NOON.plusMillis(3), null, "fourth", "answered")));
		this.records.write(List.of(record(NOON, null, "first", "answered"),
				record(NOON.plusMillis(2), null, "third", "answered")));
		assertThat(models(AuditQuery.of(null, null, null, null, null, null))).containsExactly("fourth", "third",
				"second", "first");
		assertThat(models(
				AuditQuery.of(NOON.plusMillis(1).toString(), NOON.plusMillis(3).toString(), null, null, null, null)))
			.containsExactly("third", "second");
	}

	@Test
	void aRecordOfAnEarlierVersionIsListedAndFoundAndForgotten() {
		AuditRecord earlier = record(NOON.plusMillis(1), "api-key-1", "earlier", "answered");
		CONTEXT.getBean(MongoOperations.class).save(earlier, AuditRecords.COLLECTION);
		this.records.write(List.of(record(NOON, "api-key-2", "later", "refused")));
		assertThat(this.records.find(AuditQuery.of(null, null, null, null, null, null), 10)).hasSize(2)
			.first()
			.isEqualTo(earlier);
		assertThat(models(AuditQuery.of(null, null, "earlier", "api-key-1", "answered", null)))
			.containsExactly("earlier");
		assertThat(models(AuditQuery.of(null, null, "earlier", "api-key-2", null, null))).isEmpty();
		assertThat(recordsAt(NOON.plus(Duration.ofDays(30)).plusSeconds(1)).forgetOld()).isEqualTo(2);
	}

	@Test
	void pagesNeitherMissNorRepeat() {
		for (int i = 0; i < 5; i++) {
			// at one and the same time
			this.records.write(List.of(record(NOON, null, "m" + i, "answered")));
		}
		MvcTestResult first = this.http.get().uri("/exo-scout-predictor/audit?limit=3").exchange();
		assertThat(first).hasStatusOk().bodyJson().extractingPath("$.length()").isEqualTo(3);
		String link = String.valueOf(first.getResponse().getHeader(HttpHeaders.LINK));
		assertThat(link).endsWith("rel=\"next\"");
		MvcTestResult second = this.http.get().uri(link.substring(1, link.indexOf('>'))).exchange();
		assertThat(second).hasStatusOk().bodyJson().extractingPath("$.length()").isEqualTo(2);
		assertThat(second.getResponse().getHeader(HttpHeaders.LINK)).isNull();
	}

	@Test
	void csvHasAllOfThemAndNoFormula() throws Exception {
		this.records.write(List.of(record(NOON, "=cmd|' /C calc'!A0", "a", "answered")));
		this.records.write(IntStream.rangeClosed(1, 1001)
			.mapToObj((i) -> record(NOON.plusMillis(i), null, "b", "answered"))
			.toList());
		MvcTestResult answer = this.http.get().uri("/exo-scout-predictor/audit?format=csv").exchange();
		List<String> lines = answer.getResponse().getContentAsString().lines().toList();
		assertThat(lines).hasSize(1003);
		assertThat(lines.get(0)).isEqualTo(
				"time,caller,path,model_id,model_sha256,table_sha256,rows,outcome,status,code,milliseconds,id,job_id");
		assertThat(lines.get(1002)).startsWith("2026-03-01T12:00:00Z,'=cmd|' /C calc'!A0,");
		assertThat(answer.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
			.isEqualTo("attachment; filename=\"prediction-requests.csv\"");
	}

}
