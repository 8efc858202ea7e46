package io.exoscout.health;

import java.time.Duration;
import java.util.concurrent.Executor;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells people and load balancers whether the service can do its job. */
@Tag(name = "Health")
@RestController
public class HealthController {

	/** All questions run side by side, so that this is the longest it can take. */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final HealthProbe<Boolean> database;

	private final @Nullable HealthProbe<Boolean> queue;

	private final @Nullable HealthProbe<Integer> workers;

	public HealthController(HealthIndicator database, @Nullable HealthIndicator queue, @Nullable LiveWorkers workers,
			Executor executor) {
		this.database = new HealthProbe<>("database", () -> isUp(database), executor);
		this.queue = (queue != null) ? new HealthProbe<>("queue", () -> isUp(queue), executor) : null;
		this.workers = (workers != null) ? new HealthProbe<>("workers", workers::count, executor) : null;
	}

	@Operation(operationId = "getHealth", summary = "Whether the service can do its job: 503 when it can not")
	@GetMapping("/health")
	ResponseEntity<HealthDocument> health() {
		HealthAnswer health = look();
		HttpStatus status = (health.status() == HealthAnswer.Status.DOWN) ? HttpStatus.SERVICE_UNAVAILABLE
				: HttpStatus.OK;
		return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(HealthDocument.of(health));
	}

	private HealthAnswer look() {
		long until = System.nanoTime() + PATIENCE.toNanos();
		if (this.queue != null) {
			this.queue.start();
		}
		if (this.workers != null) {
			this.workers.start();
		}
		boolean databaseUp = this.database.ask(left(until)).orElse(false);
		Boolean queueUp = (this.queue != null) ? this.queue.ask(left(until)).orElse(false) : null;
		Integer alive = (this.workers != null) ? this.workers.ask(left(until)).orElse(null) : null;
		return HealthAnswer.of(databaseUp, queueUp, alive);
	}

	private static Duration left(long until) {
		return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
	}

	private static boolean isUp(HealthIndicator indicator) {
		var health = indicator.health();
		return health != null && Status.UP.equals(health.getStatus());
	}

}
