package io.exoscout.predictor.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.MongoAccess;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;

class AuditTrailTests {

	private static final ConfigurableApplicationContext CONTEXT = TestServers.context(WorkConfiguration.class);

	private final MongoOperations mongo = CONTEXT.getBean(MongoOperations.class);

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final AtomicBoolean away = new AtomicBoolean();

	private final AuditRecords records = new AuditRecords(new MongoAccess(this.mongo) {
		@Override
		public <T extends @Nullable Object> T call(Function<MongoOperations, T> call) {
			if (AuditTrailTests.this.away.get()) {
				throw new ProblemException(ErrorCode.DATABASE_UNAVAILABLE, "away");
			}
			return super.call(call);
		}
	}, Duration.ofDays(30), Clock.systemUTC());

	@BeforeEach
	void clear() {
		TestServers.forgetDocuments(CONTEXT);
	}

	@AfterAll
	static void close() {
		CONTEXT.close();
	}

	private AuditTrail trail(int capacity) {
		return new AuditTrail(this.records, capacity, Duration.ofMillis(10), this.meters);
	}

	private static AuditRecord record() {
		Instant now = Instant.now();
		return new AuditRecord(AuditRecord.idAt(now), now, null, "/exo-scout-predictor", "a", "ab", "cd", 20L,
				"answered", 200, null, 12.5, null);
	}

	private double counted(String outcome) {
		return this.meters.get("exoscout.audit.records").tag("outcome", outcome).counter().count();
	}

	private long kept() {
		return new AuditRecords(new MongoAccess(this.mongo), Duration.ofDays(30), Clock.systemUTC())
			.find(AuditQuery.of(null, null, null, null, null, null), 2000)
			.size();
	}

	@Test
	void whatWaitsIsWrittenAtTheEnd() throws InterruptedException {
		AuditTrail trail = trail(2000);
		for (int i = 0; i < 1200; i++) {
			trail.add(record());
		}
		trail.start();
		trail.close();
		assertThat(kept()).isEqualTo(1200);
		assertThat(counted("written")).isEqualTo(1200);
		assertThat(counted("lost")).isZero();
	}

	@Test
	void whatDoesNotFitIsCountedAndNobodyWaits() throws InterruptedException {
		AuditTrail trail = trail(3);
		List.of(1, 2, 3, 4, 5).forEach((i) -> trail.add(record()));
		assertThat(counted("lost")).isEqualTo(2);
		assertThat(this.meters.get("exoscout.audit.waiting").gauge().value()).isEqualTo(3);
		trail.start();
		trail.close();
		assertThat(kept()).isEqualTo(3);
	}

	@Test
	void recordsOutliveADatabaseThatIsAwayForAWhile() throws InterruptedException {
		this.away.set(true);
		AuditTrail trail = trail(10);
		trail.start();
		trail.add(record());
		Awaitility.await().until(() -> this.meters.get("exoscout.audit.waiting").gauge().value() == 0);
		assertThat(kept()).isZero();
		this.away.set(false);
		Awaitility.await().until(() -> kept() == 1);
		trail.close();
		assertThat(counted("lost")).isZero();
	}

	@Test
	void whatCanNotBeWrittenAnyMoreIsCounted() throws InterruptedException {
		this.away.set(true);
		AuditTrail trail = trail(10);
		trail.start();
		trail.add(record());
		trail.add(record());
		trail.close();
		assertThat(counted("lost")).isEqualTo(2);
	}

}
