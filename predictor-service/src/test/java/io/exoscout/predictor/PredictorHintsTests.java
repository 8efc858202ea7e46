package io.exoscout.predictor;

import java.lang.reflect.Method;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.method.HandlerMethod;

import static org.assertj.core.api.Assertions.assertThat;

class PredictorHintsTests {

	private static final PredictionController DIRECT = new PredictionController(null);

	private static final PredictionJobController JOBS = new PredictionJobController(null);

	private static @Nullable String hint(Object controller, String called, String name) {
		Method method = Arrays.stream(controller.getClass().getDeclaredMethods())
			.filter((candidate) -> candidate.getName().equals(called))
			.findFirst()
			.orElseThrow();
		return new PredictorHints().of(new HandlerMethod(controller, method), name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "job_id", "model", "rows" })
	void memberOfTheBodyGoesIntoTheBody(String name) {
		assertThat(hint(DIRECT, "rows", name)).contains("JSON body", "{\"%s\": …}".formatted(name));
		assertThat(hint(JOBS, "rows", name)).contains("JSON body", "{\"%s\": …}".formatted(name));
	}

	@Test
	void formatOfAJobIsChosenWhenItsResultIsFetched() {
		assertThat(hint(JOBS, "table", "format")).contains("/result?format=csv");
		assertThat(hint(JOBS, "rows", "format")).contains("/result?format=csv");
	}

	@Test
	void hasNothingToSayWhereTheNameIsAccepted() {
		assertThat(hint(DIRECT, "table", "format")).isNull();
		assertThat(hint(DIRECT, "table", "model")).isNull();
	}

	@Test
	void hasNothingToSayOfOtherNamesAndAddresses() {
		assertThat(hint(DIRECT, "rows", "treshold")).isNull();
		assertThat(hint(this, "hasNothingToSayOfOtherNamesAndAddresses", "rows")).isNull();
	}

}
