package io.exoscout.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.exoscout.caller.Caller;
import io.exoscout.caller.Role;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.MongoAccess;
import io.exoscout.web.MemoryMongo;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DeedRecordsTests {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private static final DeedQuery ALL = DeedQuery.of(null, null, null, null, null, null);

	private static final Caller ADA = new Caller("ada", Role.ANALYST);

	private MemoryMongo mongo;

	private DeedRecords records;

	@BeforeEach
	void start() {
		this.mongo = new MemoryMongo();
		this.records = recordsAt(NOON);
	}

	@AfterEach
	void stop() {
		this.mongo.close();
	}

	private DeedRecords recordsAt(Instant now) {
		return new DeedRecords(new MongoAccess(new MongoTemplate(this.mongo.client(), "exoscout")), Duration.ofDays(30),
				Clock.fixed(now, ZoneOffset.UTC));
	}

	private static DeedRecord deed(Instant time, String caller, String method, int status) {
		return new DeedRecord(RecordId.at(time), time, caller, "analyst", "127.0.0.1", method, "/save-exoplanet", null,
				null, status, null);
	}

	@Test
	void areThereOnceHoweverOftenTheyAreWritten() {
		DeedRecord first = deed(NOON, "ada", "POST", 201);
		DeedRecord second = deed(NOON.plusSeconds(1), "bob", "DELETE", 403);
		this.records.write(List.of(first));
		this.records.write(List.of(first, second));
		assertThat(this.records.find(ALL, 10)).containsExactly(second, first);
	}

	@Test
	void areFoundByTimeCallerMethodAndStatusPageByPage() {
		DeedRecord first = deed(NOON, "ada", "POST", 201);
		DeedRecord second = deed(NOON.plusSeconds(1), "bob", "DELETE", 403);
		DeedRecord third = deed(NOON.plusSeconds(2), "ada", "DELETE", 200);
		this.records.write(List.of(first, second, third));
		assertThat(this.records.find(DeedQuery.of(null, null, "ada", null, null, null), 10)).containsExactly(third,
				first);
		assertThat(this.records.find(DeedQuery.of(null, null, null, "DELETE", 403, null), 10)).containsExactly(second);
		assertThat(this.records
			.find(DeedQuery.of("2026-03-01T12:00:01Z", "2026-03-01T12:00:02Z", null, null, null, null), 10))
			.containsExactly(second);
		assertThat(this.records.find(ALL.after(third), 1)).containsExactly(second);
	}

	@Test
	void areForgottenAfterAWhile() {
		this.records.write(List.of(deed(NOON.minus(Duration.ofDays(31)), "ada", "POST", 201),
				deed(NOON.minus(Duration.ofDays(29)), "bob", "POST", 201)));
		assertThat(this.records.forgetOld()).isEqualTo(1);
		assertThat(this.records.find(ALL, 10)).extracting(DeedRecord::caller).containsExactly("bob");
	}

	@ParameterizedTest
	@CsvSource({ "yesterday,,from", ",x,cursor" })
	void whatCanNotBeAskedForIsRefusedByName(String from, String cursor, String parameter) {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> DeedQuery.of(from, null, null, null, null, cursor))
			.satisfies((problem) -> assertThat(problem.errors().get(0).field()).isEqualTo(parameter));
	}

	private List<DeedRecord> left(MockHttpServletRequest request, MockHttpServletResponse response, Throwable failure)
			throws InterruptedException {
		AuditTrail<DeedRecord> trail = new AuditTrail<>("deeds", this.records, 10, Duration.ofMillis(10),
				new SimpleMeterRegistry());
		new DeedWitness(trail, Clock.fixed(NOON, ZoneOffset.UTC)).answered(request, response, ADA, failure);
		trail.start();
		trail.close();
		return this.records.find(ALL, 10);
	}

	@Test
	void tellWhoDidWhatToWhatAndWhatCameOfIt() throws InterruptedException {
		MockHttpServletRequest request = new MockHttpServletRequest("PUT", "/exo-scout-jobs-api/objects/verdict");
		request.setQueryString("mission=tess&name=TOI-700.01&secret=x");
		assertThat(left(request, new MockHttpServletResponse(), null)).singleElement()
			.returns(NOON, DeedRecord::time)
			.returns("ada", DeedRecord::caller)
			.returns("analyst", DeedRecord::role)
			.returns("127.0.0.1", DeedRecord::address)
			.returns("/exo-scout-jobs-api/objects/verdict", DeedRecord::path)
			.returns("/exo-scout-jobs-api/objects/verdict", DeedRecord::route)
			.returns("TOI-700.01", DeedRecord::target)
			.returns(200, DeedRecord::status)
			.returns(null, DeedRecord::code);
	}

	@Test
	void tellWhatFailedOnItsWay() throws InterruptedException {
		assertThat(left(new MockHttpServletRequest("DELETE", "/exo-scout-jobs-api/jobs/a"),
				new MockHttpServletResponse(), new ProblemException(ErrorCode.STORAGE_UNAVAILABLE, "away")))
			.singleElement()
			.returns(503, DeedRecord::status)
			.returns("storage_unavailable", DeedRecord::code)
			.returns("/exo-scout-jobs-api/jobs/{id}", DeedRecord::route);
	}

	@ParameterizedTest
	@CsvSource({ "GET, /exo-scout-jobs-api/jobs, 200, 0", "GET, /exo-scout-predictor/audit, 403, 1",
			"POST, /exo-scout-predictor, 200, 0", "POST, /exo-scout-predictor, 202, 1",
			"POST, /exo-scout-orchestrator/inspect, 200, 0", "POST, /exo-scout-orchestrator, 400, 1" })
	void areLeftOfWhatChangesSomethingOrWasRefused(String method, String path, int status, int count)
			throws InterruptedException {
		MockHttpServletResponse response = new MockHttpServletResponse();
		response.setStatus(status);
		assertThat(left(new MockHttpServletRequest(method, path), response, null)).hasSize(count);
	}

}
