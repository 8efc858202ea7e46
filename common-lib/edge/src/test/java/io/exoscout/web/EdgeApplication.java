package io.exoscout.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import com.mongodb.MongoTimeoutException;
import io.exoscout.admission.CallerPresence;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.security.PublicPages;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import org.springdoc.core.models.GroupedOpenApi;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** A service with nothing in it but its edge and some addresses that fail. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ WebConfiguration.class, EdgeApplication.Failures.class })
class EdgeApplication {

	@Bean
	GroupedOpenApi everything() {
		return GroupedOpenApi.builder().group("everything").pathsToMatch("/**").build();
	}

	@Bean
	ParameterHint hint() {
		return (called, name) -> name.equals("algorithm") ? "It belongs into params." : null;
	}

	@Bean
	PublicPages pages() {
		return (path) -> path.equals("/page");
	}

	record Order(@NotBlank String modelName, int seed) {
	}

	@RestController
	static class Failures {

		/** Whether the endless answer came to its end. */
		volatile boolean broken;

		/** Whether somebody lasts. */
		volatile boolean working;

		@GetMapping("/fine")
		Map<String, Object> fine() {
			return Map.of("modelName", "kept as it is");
		}

		@GetMapping("/page")
		String page() {
			return "asks for a key";
		}

		@GetMapping(path = "/tagged", produces = "application/json")
		ResponseEntity<List<Integer>> tagged(@RequestParam int items) {
			return ResponseEntity.ok().eTag("\"" + items + '"').body(untagged(items));
		}

		@PutMapping(path = "/tagged", produces = "application/json")
		ResponseEntity<List<Integer>> changed(@RequestParam int items) {
			return tagged(items);
		}

		@GetMapping(path = "/untagged", produces = "application/json")
		List<Integer> untagged(@RequestParam int items) {
			return Collections.nCopies(items, 12345);
		}

		@GetMapping(path = "/as-it-is", produces = "application/json")
		ResponseEntity<List<Integer>> asItIs() {
			return ResponseEntity.ok()
				.cacheControl(CacheControl.noCache().noTransform())
				.eTag("\"1\"")
				.body(untagged(1000));
		}

		@GetMapping(path = "/json-only", produces = "application/json")
		Map<String, Object> jsonOnly() {
			return Map.of();
		}

		@GetMapping("/number")
		int number(@RequestParam @Max(200) int limit) {
			return limit;
		}

		@PostMapping(path = "/order", consumes = "application/json")
		Order order(@Valid @RequestBody Order order) {
			return order;
		}

		@PostMapping("/map")
		Map<String, Object> map(@RequestBody Map<String, Object> map) {
			return map;
		}

		@PostMapping("/bytes")
		int bytes(@RequestBody byte[] bytes) {
			return bytes.length;
		}

		@PostMapping("/upload")
		long upload(@RequestPart MultipartFile file) {
			return file.getSize();
		}

		@PostMapping(path = "/form", consumes = "multipart/form-data")
		String form(@RequestParam("file") MultipartFile table,
				@RequestParam(name = "params", required = false) String text) {
			return text;
		}

		@PostMapping("/form/none")
		String bare() {
			return "fine";
		}

		@GetMapping(path = "/chosen", params = "mode=job")
		String chosen() {
			return "fine";
		}

		@GetMapping("/endless")
		void endless(HttpServletResponse response) throws IOException {
			try {
				while (!Thread.currentThread().isInterrupted()) {
					response.getOutputStream().write(new byte[8192]);
				}
			}
			finally {
				this.broken = true;
			}
		}

		@PostMapping("/lasting")
		String lasting(@RequestBody Map<String, Integer> seconds) {
			Runnable present = CallerPresence.current();
			long until = System.nanoTime() + Duration.ofSeconds(seconds.getOrDefault("seconds", 0)).toNanos();
			this.working = true;
			try {
				while (System.nanoTime() < until) {
					present.run();
					LockSupport.parkNanos(1_000_000);
				}
				return "lasted";
			}
			finally {
				this.working = false;
			}
		}

		@GetMapping("/cut-short")
		void cutShort(HttpServletResponse response) throws IOException {
			response.setContentType("text/csv");
			response.getOutputStream().write("1,2\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII));
			throw new IOException("the store can not be read", new IOException("Broken pipe"));
		}

		@GetMapping("/cut-short-by-us")
		void cutShortByUs(HttpServletResponse response) throws IOException {
			response.getOutputStream().write(new byte[100_000]);
			outage();
		}

		@GetMapping("/bug")
		void bug() {
			throw new IllegalStateException("jdbc:secret@/var/lib/somewhere");
		}

		@GetMapping("/database")
		void database() {
			throw new MongoTimeoutException("no server at secret-host:27017");
		}

		@GetMapping("/outage")
		void outage() {
			throw new ProblemException(ErrorCode.STORAGE_UNAVAILABLE, "The store can not be reached.");
		}

		@GetMapping("/teapot")
		void teapot(HttpServletResponse response) throws IOException {
			response.sendError(418, "org.example.Secret");
		}

	}

}
