package io.exoscout.orchestrator;

import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Arrays;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.method.HandlerMethod;

import static org.assertj.core.api.Assertions.assertThat;

class MisplacedOptionsTests {

	private static final UploadController UPLOADS = new UploadController(new Intake(null, null, Clock.systemUTC()),
			new TrainingRequestReader(JsonMapper.builder().build()), new ModelNames(null, null),
			new UploadMeters(new SimpleMeterRegistry()));

	private static @Nullable String hint(Object controller, String called, String name) {
		Method method = Arrays.stream(controller.getClass().getDeclaredMethods())
			.filter((candidate) -> candidate.getName().equals(called))
			.findFirst()
			.orElseThrow();
		return new MisplacedOptions().of(new HandlerMethod(controller, method), name);
	}

	@Test
	void engineBesideParamsGoesInside() {
		assertThat(hint(UPLOADS, "upload", "engine")).contains("params={\"engine\": …}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "upload", "inspect" })
	void optionBesideParamsGoesInside(String method) {
		assertThat(hint(UPLOADS, method, "algorithm")).contains("params={\"algorithm\": …}");
	}

	@ParameterizedTest
	@CsvSource({ "n_estimators", "max_depth", "learning_rate", "max_features" })
	void hyperparameterBesideParamsGoesOneLevelDeeper(String name) {
		assertThat(hint(UPLOADS, "upload", name)).contains("params={\"hyperparameters\": {\"%s\": …}}".formatted(name));
	}

	@Test
	void hasNothingToSayOfOtherNames() {
		assertThat(hint(UPLOADS, "upload", "treshold")).isNull();
	}

	@Test
	void hasNothingToSayOfOtherAddresses() {
		assertThat(hint(this, "hasNothingToSayOfOtherAddresses", "algorithm")).isNull();
	}

}
