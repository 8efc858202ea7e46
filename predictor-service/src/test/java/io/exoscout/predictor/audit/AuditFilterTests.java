package io.exoscout.predictor.audit;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.exoscout.audit.AuditTrail;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.Problem;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.MongoAccess;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AuditFilterTests {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private static final ConfigurableApplicationContext CONTEXT = TestServers.context(WorkConfiguration.class);

	private final AuditRecords records = new AuditRecords(new MongoAccess(CONTEXT.getBean(MongoOperations.class)),
			Duration.ofDays(30), Clock.systemUTC());

	private final AuditTrail<AuditRecord> trail = new AuditTrail<>("predictions", this.records, 10,
			Duration.ofMillis(10), new SimpleMeterRegistry());

	private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/exo-scout-predictor");

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@BeforeEach
	void clear() {
		TestServers.forgetDocuments(CONTEXT);
	}

	@AfterAll
	static void close() {
		CONTEXT.close();
	}

	private void pass(FilterChain chain) throws Exception {
		new AuditFilter(this.trail, Clock.fixed(NOON, ZoneOffset.UTC)).doFilter(this.request, this.response, chain);
	}

	private List<AuditRecord> left() throws InterruptedException {
		this.trail.start();
		this.trail.close();
		return this.records.find(AuditQuery.of(null, null, null, null, null, null), 10);
	}

	@Test
	void anAnswerLeavesARecordOfWhoAskedAboutWhat() throws Exception {
		this.request.setUserPrincipal(() -> "api-key-2");
		pass((request, response) -> ((AuditedRequest) request.getAttribute(AuditedRequest.class.getName()))
			.table("ab".repeat(32), 20));
		assertThat(left()).singleElement()
			.returns(NOON, AuditRecord::time)
			.returns("api-key-2", AuditRecord::caller)
			.returns("ab".repeat(32), AuditRecord::tableSha256)
			.returns(20L, AuditRecord::rows)
			.returns("answered", AuditRecord::outcome)
			.returns(200, AuditRecord::status)
			.returns(null, AuditRecord::code);
	}

	@Test
	void aRefusalLeavesItsCode() throws Exception {
		pass((request, response) -> {
			request.setAttribute(Problem.MET, ErrorCode.MODEL_NOT_FOUND);
			this.response.setStatus(404);
		});
		assertThat(left()).singleElement()
			.returns("refused", AuditRecord::outcome)
			.returns(404, AuditRecord::status)
			.returns("model_not_found", AuditRecord::code);
	}

	@Test
	void whatFailsOnTheWayLeavesARecordAndStillFails() throws Exception {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> pass((request, response) -> {
			throw new ProblemException(ErrorCode.DATABASE_UNAVAILABLE, "away");
		}));
		assertThat(left()).singleElement()
			.returns("failed", AuditRecord::outcome)
			.returns(503, AuditRecord::status)
			.returns("database_unavailable", AuditRecord::code);
	}

	@Test
	void anAnswerThatBreaksOffIsCutShort() throws Exception {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> pass((request, response) -> {
			this.response.setCommitted(true);
			throw new IOException("the client is gone");
		}));
		assertThat(left()).singleElement().returns("cut_short", AuditRecord::outcome);
	}

	@Test
	void whatBecomesAJobIsAccepted() throws Exception {
		this.request.setParameter("mode", "job");
		pass((request, response) -> this.response.setStatus(202));
		assertThat(left()).singleElement().returns("accepted", AuditRecord::outcome);
	}

	@Test
	void whatIsNoPredictionLeavesNone() throws Exception {
		this.request.setMethod("GET");
		pass((request, response) -> {
		});
		this.request.setMethod("POST");
		this.request.setRequestURI("/exo-scout-predictor/models");
		pass((request, response) -> {
		});
		assertThat(left()).isEmpty();
	}

}
