package io.exoscout.k8s;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.convert.DurationStyle;

import static org.assertj.core.api.Assertions.assertThat;

/** A pod that has to go drops neither a request nor a job. */
class ShutdownTests {

	/** The row of a README about how long a stopping worker waits for its job. */
	private static final Pattern GRACE = Pattern.compile("`(EXOSCOUT_[A-Z]+_GRACE)` \\| `(\\w+)`");

	@ParameterizedTest
	@EnumSource
	void gracePeriodIsLongerThanTheWorkersGrace(KustomizeOverlay overlay) throws IOException {
		Rendered rendered = overlay.rendered();
		Duration phase = DurationStyle
			.detectAndParse(rendered.settings().get("SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE"));
		Duration grace = grace(rendered);
		assertThat(rendered.services()).allSatisfy((service) -> {
			// the worker hands back its job, then the web server finishes its requests
			Duration needed = preStop(service).plus(grace).plus(phase);
			assertThat(Duration.ofSeconds(Rendered.pod(service).path("terminationGracePeriodSeconds").asLong()))
				.isGreaterThan(needed);
		});
	}

	@ParameterizedTest
	@EnumSource
	void whoAnswersRequestsGoesOnUntilNobodySendsAny(KustomizeOverlay overlay) {
		Rendered rendered = overlay.rendered();
		List<JsonNode> answering = rendered.services()
			.stream()
			.filter((service) -> Rendered.podLabels(service).has("exoscout.io/http"))
			.filter((service) -> rendered.all("Service")
				.stream()
				.anyMatch((it) -> Rendered.name(it).equals(Rendered.name(service))))
			.toList();
		assertThat(answering).hasSize(7)
			.allSatisfy((service) -> assertThat(preStop(service)).isGreaterThanOrEqualTo(Duration.ofSeconds(5)));
	}

	/** No request can come, so the time is the job's. */
	@Test
	void trainerBeginsToHandBackAtOnce() {
		assertThat(preStop(KustomizeOverlay.PROD.rendered().one("Deployment", "trainer-service"))).isZero();
	}

	private static Duration preStop(JsonNode service) {
		return Duration.ofSeconds(Rendered.containers(service).get(0).at("/lifecycle/preStop/sleep/seconds").asLong());
	}

	private static Duration grace(Rendered rendered) throws IOException {
		String documentation = Files.readString(Path.of("..", "docs", "configuration.md"))
				+ Files.readString(Path.of("..", "trainer-service", "README.md"));
		List<MatchResult> found = GRACE.matcher(documentation).results().toList();
		assertThat(found).as("the worker's grace in the documentation").hasSize(1);
		return DurationStyle
			.detectAndParse(rendered.settings().getOrDefault(found.get(0).group(1), found.get(0).group(2)));
	}

}
