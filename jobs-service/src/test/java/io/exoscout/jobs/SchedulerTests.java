package io.exoscout.jobs;

import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;

class SchedulerTests {

	@Test
	void sweepsAndTidiesWhileItLooksAtLeases() throws Exception {
		ThreadPoolTaskScheduler scheduler = new JobsConfiguration().taskScheduler();
		scheduler.initialize();
		try {
			CyclicBarrier allAtOnce = new CyclicBarrier(3);
			CountDownLatch met = new CountDownLatch(3);
			for (int i = 0; i < 3; i++) {
				scheduler.scheduleWithFixedDelay(() -> meet(allAtOnce, met), Duration.ofMinutes(1));
			}
			assertThat(met.await(10, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			scheduler.shutdown();
		}
	}

	private static void meet(CyclicBarrier barrier, CountDownLatch met) {
		try {
			barrier.await();
			met.countDown();
		}
		catch (InterruptedException | BrokenBarrierException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
