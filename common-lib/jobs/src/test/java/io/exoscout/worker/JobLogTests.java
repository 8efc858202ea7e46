package io.exoscout.worker;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.exoscout.job.Claim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;

class JobLogTests {

	private static final Claim CLAIM = new Claim("a", "host-1-b", 2);

	@BeforeEach
	@AfterEach
	void forget() {
		MDC.clear();
	}

	@Test
	void namesJobAttemptAndWorkerUntilItIsClosed() {
		MDC.put("trace_id", "t");
		try (JobLog lines = JobLog.of(CLAIM)) {
			assertThat(MDC.getCopyOfContextMap())
				.isEqualTo(Map.of("job_id", "a", "attempt", "2", "worker_id", "host-1-b", "trace_id", "t"));
		}
		assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of("trace_id", "t"));
	}

	@Test
	void isSharedWithThreadsThatHelp() {
		Supplier<JobLog> shared;
		try (JobLog lines = JobLog.of(CLAIM)) {
			shared = JobLog.shared();
		}
		Map<String, String> helping = CompletableFuture.supplyAsync(() -> {
			try (JobLog lines = shared.get()) {
				return MDC.getCopyOfContextMap();
			}
		}).join();
		assertThat(helping).isEqualTo(Map.of("job_id", "a", "attempt", "2", "worker_id", "host-1-b"));
	}

	@Test
	void takesNothingFromAThreadThatHelps() {
		Supplier<JobLog> shared = JobLog.shared();
		MDC.put("own", "o");
		try (JobLog lines = shared.get()) {
			assertThat(MDC.get("own")).isNull();
		}
		assertThat(MDC.get("own")).isEqualTo("o");
	}

}
