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

class HealthAnswerTests {

	@Test
	void withoutDatabaseNothingWorks() {
		assertThat(HealthAnswer.of(false, true, null).status()).isEqualTo(HealthAnswer.Status.DOWN);
	}

	@Test
	void withoutQueueUploadsStillWait() {
		assertThat(HealthAnswer.of(true, false, 1).status()).isEqualTo(HealthAnswer.Status.DEGRADED);
	}

	@Test
	void noWorkersIsNoTrouble() {
		assertThat(HealthAnswer.of(true, true, 0).status()).isEqualTo(HealthAnswer.Status.OK);
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
