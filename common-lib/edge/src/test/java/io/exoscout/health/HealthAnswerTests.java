package io.exoscout.health;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import io.exoscout.health.HealthAnswer.Disk;
import io.exoscout.health.HealthAnswer.Movement;
import io.exoscout.health.HealthAnswer.Queue;
import io.exoscout.health.HealthAnswer.State;
import io.exoscout.health.HealthAnswer.Status;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

class HealthAnswerTests {

	@Test
	void allIsWellIfAllPartsAre() {
		assertThat(HealthAnswer.of(State.UP, Queue.UP, 1, Movement.MOVING, Disk.OK).status()).isEqualTo(Status.OK);
	}

	@Test
	void withoutDatabaseNothingWorks() {
		assertThat(HealthAnswer.of(State.DOWN, Queue.UP, null, null, Disk.OK).status()).isEqualTo(Status.DOWN);
	}

	@Test
	void databaseThatCanOnlyBeReadServesReaders() {
		assertThat(HealthAnswer.of(State.READ_ONLY, Queue.UP, 1, null, Disk.OK).status()).isEqualTo(Status.DEGRADED);
	}

	@Test
	void withoutQueueUploadsStillWait() {
		assertThat(HealthAnswer.of(State.UP, Queue.DOWN, 1, null, Disk.OK).status()).isEqualTo(Status.DEGRADED);
	}

	@Test
	void noWorkersIsNoTrouble() {
		assertThat(HealthAnswer.of(State.UP, Queue.UP, 0, null, Disk.OK).status()).isEqualTo(Status.OK);
	}

	@Test
	void workersThatDoNotTakeWhatWaitsAreTrouble() {
		assertThat(HealthAnswer.of(State.UP, Queue.UP, 1, Movement.STUCK, Disk.OK).status()).isEqualTo(Status.DEGRADED);
	}

	@Test
	void fullDiskIsTrouble() {
		assertThat(HealthAnswer.of(State.UP, Queue.UP, 1, null, Disk.FULL).status()).isEqualTo(Status.DEGRADED);
	}

	@Test
	void hangingQuestionIsAskedOnce() {
		CountDownLatch never = new CountDownLatch(1);
		AtomicInteger asked = new AtomicInteger();
		ExecutorService executor = Executors.newCachedThreadPool();
		try {
			HealthProbe<Boolean> probe = new HealthProbe<>("thing", () -> {
				asked.incrementAndGet();
				try {
					never.await();
				}
				catch (InterruptedException exception) {
					Thread.currentThread().interrupt();
				}
				return true;
			}, executor);
			assertThat(probe.ask(Duration.ofMillis(20))).isEmpty();
			await().untilAtomic(asked, is(1));
			assertThat(probe.ask(Duration.ofMillis(20))).isEmpty();
			assertThat(asked).hasValue(1);
			never.countDown();
			assertThat(probe.ask(Duration.ofSeconds(5))).contains(true);
		}
		finally {
			executor.shutdownNow();
		}
	}

	@Test
	void failingQuestionHasNoAnswer() {
		HealthProbe<Boolean> probe = new HealthProbe<>("thing", () -> {
			throw new IllegalStateException("down");
		}, Runnable::run);
		assertThat(probe.ask(Duration.ofSeconds(1))).isEmpty();
	}

}
