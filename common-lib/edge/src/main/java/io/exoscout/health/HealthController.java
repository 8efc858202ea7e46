package io.exoscout.health;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

import io.exoscout.disk.DiskRoom;
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

	private final HealthProbe<HealthAnswer.State> database;

	private final @Nullable HealthProbe<HealthAnswer.Queue> queue;

	private final @Nullable HealthProbe<Integer> workers;

	private final @Nullable LiveWorkers idle;

	/** May hang, too: not every disk is in this machine. */
	private final HealthProbe<HealthAnswer.Disk> disk;

	/**
	 * A health check.
	 * @param database whether it answers
	 * @param writable whether it would take a write; asked if it answers
	 * @param queue whether it answers, if there is one
	 * @param workers how they are, where that is known
	 * @param disk the disks that are written to
	 * @param executor where questions wait for answers
	 */
	public HealthController(HealthIndicator database, BooleanSupplier writable, @Nullable HealthIndicator queue,
			@Nullable LiveWorkers workers, DiskRoom disk, Executor executor) {
		this.database = new HealthProbe<>("database", () -> !isUp(database) ? HealthAnswer.State.DOWN
				: writable.getAsBoolean() ? HealthAnswer.State.UP : HealthAnswer.State.READ_ONLY, executor);
		this.queue = (queue != null) ? new HealthProbe<>("queue",
				() -> isUp(queue) ? HealthAnswer.Queue.UP : HealthAnswer.Queue.DOWN, executor) : null;
		this.workers = (workers != null) ? new HealthProbe<>("workers", workers::count, executor) : null;
		this.idle = workers;
		this.disk = new HealthProbe<>("disk", () -> disk.isFull() ? HealthAnswer.Disk.FULL : HealthAnswer.Disk.OK,
				executor);
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
		this.disk.start();
		if (this.queue != null) {
			this.queue.start();
		}
		if (this.workers != null) {
			this.workers.start();
		}
		HealthAnswer.State database = this.database.ask(left(until)).orElse(HealthAnswer.State.DOWN);
		HealthAnswer.Queue queue = (this.queue != null) ? this.queue.ask(left(until)).orElse(HealthAnswer.Queue.DOWN)
				: null;
		Integer alive = (this.workers != null) ? this.workers.ask(left(until)).orElse(null) : null;
		return HealthAnswer.of(database, queue, alive, movement(),
				this.disk.ask(left(until)).orElse(HealthAnswer.Disk.FULL));
	}

	private HealthAnswer.@Nullable Movement movement() {
		if (this.idle == null) {
			return null;
		}
		return this.idle.areIdleWhileJobsWait() ? HealthAnswer.Movement.STUCK : HealthAnswer.Movement.MOVING;
	}

	private static Duration left(long until) {
		return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
	}

	private static boolean isUp(HealthIndicator indicator) {
		var health = indicator.health();
		return health != null && Status.UP.equals(health.getStatus());
	}

}
