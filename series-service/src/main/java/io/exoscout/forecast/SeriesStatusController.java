package io.exoscout.forecast;

import java.time.Duration;
import java.util.concurrent.Executor;

import io.exoscout.forecast.collection.SeriesCollections;
import io.exoscout.forecast.collection.SeriesDatabase;
import io.exoscout.health.HealthProbe;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whether the database of the series is there, under the addresses of the old backend.
 */
@Tag(name = "Series")
@RestController
@RequestMapping(path = SeriesController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
final class SeriesStatusController {

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private static final double NANOS = 1e6;

	private final SeriesDatabase database;

	private final SeriesCollections collections;

	private final HealthProbe<Boolean> probe;

	SeriesStatusController(SeriesDatabase database, SeriesCollections collections, Executor executor) {
		this.database = database;
		this.collections = collections;
		this.probe = new HealthProbe<>("database of the series", () -> {
			database.ping();
			return true;
		}, executor);
	}

	@Operation(operationId = "getSeriesHealth", summary = "Whether series can be worked with: 503 when not")
	@ApiResponse(responseCode = "200", description = "They can")
	@ApiResponse(responseCode = "503", description = "The database is out of reach")
	@GetMapping("/health")
	ResponseEntity<SeriesHealth> health() {
		boolean up = this.probe.ask(PATIENCE).orElse(false);
		return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
			.cacheControl(CacheControl.noStore())
			.body(up ? new SeriesHealth("ok", "up") : new SeriesHealth("down", "down"));
	}

	@Operation(operationId = "testSeriesDatabase", summary = "Ask the database of the series, and say how long it took")
	@GetMapping("/database/test")
	DatabaseTest test() {
		long from = System.nanoTime();
		this.database.ping();
		double took = (System.nanoTime() - from) / NANOS;
		return new DatabaseTest("ok", this.database.name(), this.collections.list().size(), took);
	}

	/**
	 * How series are.
	 *
	 * @param status {@code ok} or {@code down}
	 * @param database {@code up} or {@code down}
	 */
	record SeriesHealth(String status, String database) {
	}

	/**
	 * What the database of the series answered.
	 *
	 * @param status {@code ok}
	 * @param database its name
	 * @param collections how many there are
	 * @param milliseconds how long it took to answer
	 */
	record DatabaseTest(String status, String database, int collections, double milliseconds) {
	}

}
