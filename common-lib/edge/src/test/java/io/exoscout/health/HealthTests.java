package io.exoscout.health;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

class HealthTests {

	@Test
	void withoutDatabaseNothingWorks() {
		assertThat(Health.of(false, true, null).status()).isEqualTo(Health.Status.DOWN);
	}

	@Test
	void withoutQueueUploadsStillWait() {
		assertThat(Health.of(true, false, 1).status()).isEqualTo(Health.Status.DEGRADED);
	}

	@Test
	void noWorkersIsNoTrouble() {
		assertThat(Health.of(true, true, 0).status()).isEqualTo(Health.Status.OK);
	}

	@Test
	void hangingQuestionIsAskedOnce() {
		CountDownLatch never = new CountDownLatch(1);
		AtomicInteger asked = new AtomicInteger();
		ExecutorService executor = Executors.newCachedThreadPool();
		try {
			Probe<Boolean> probe = new Probe<>("thing", () -> {
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
		Probe<Boolean> probe = new Probe<>("thing", () -> {
			throw new IllegalStateException("down");
		}, Runnable::run);
		assertThat(probe.ask(Duration.ofSeconds(1))).isEmpty();
	}

}
