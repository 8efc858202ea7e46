package io.exoscout.audit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AuditTrailTests {

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final AtomicBoolean away = new AtomicBoolean();

	private final List<Integer> kept = new CopyOnWriteArrayList<>();

	private final AuditStore<Integer> store = new AuditStore<>() {

		@Override
		public void write(List<Integer> records) {
			if (AuditTrailTests.this.away.get()) {
				throw new ProblemException(ErrorCode.DATABASE_UNAVAILABLE, "away");
			}
			AuditTrailTests.this.kept.addAll(records);
		}

		@Override
		public long forgetOld() {
			return 0;
		}

	};

	private AuditTrail<Integer> trail(int capacity) {
		return new AuditTrail<>("numbers", this.store, capacity, Duration.ofMillis(10), this.meters);
	}

	private double counted(String outcome) {
		return this.meters.get("exoscout.audit.records")
			.tag("outcome", outcome)
			.tag("kind", "numbers")
			.counter()
			.count();
	}

	@Test
	void whatWaitsIsWrittenAtTheEnd() throws InterruptedException {
		AuditTrail<Integer> trail = trail(2000);
		IntStream.range(0, 1200).forEach(trail::add);
		trail.start();
		trail.close();
		assertThat(this.kept).hasSize(1200).doesNotHaveDuplicates();
		assertThat(counted("written")).isEqualTo(1200);
		assertThat(counted("lost")).isZero();
	}

	@Test
	void whatDoesNotFitIsCountedAndNobodyWaits() throws InterruptedException {
		AuditTrail<Integer> trail = trail(3);
		List.of(1, 2, 3, 4, 5).forEach(trail::add);
		assertThat(counted("lost")).isEqualTo(2);
		assertThat(this.meters.get("exoscout.audit.waiting").gauge().value()).isEqualTo(3);
		trail.start();
		trail.close();
		assertThat(this.kept).containsExactly(1, 2, 3);
	}

	@Test
	void recordsOutliveADatabaseThatIsAwayForAWhile() throws InterruptedException {
		this.away.set(true);
		AuditTrail<Integer> trail = trail(10);
		trail.start();
		trail.add(1);
		Awaitility.await().until(() -> this.meters.get("exoscout.audit.waiting").gauge().value() == 0);
		assertThat(this.kept).isEmpty();
		this.away.set(false);
		Awaitility.await().until(() -> this.kept.size() == 1);
		trail.close();
		assertThat(counted("lost")).isZero();
	}

	@Test
	void whatCanNotBeWrittenAnyMoreIsCounted() throws InterruptedException {
		this.away.set(true);
		AuditTrail<Integer> trail = trail(10);
		trail.start();
		trail.add(1);
		trail.add(2);
		trail.close();
		assertThat(counted("lost")).isEqualTo(2);
	}

}
