package io.exoscout.cleaning;

import java.time.Duration;

import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TimeSpansTests {

	@ParameterizedTest
	@CsvSource({ "P1D, PT24H", "PT1H, PT1H", "P2W, PT336H", "P1Y, PT8766H", "PT0.5S, PT0.5S", "P1M, PT730H30M" })
	void readsDaysAndYearsAndLess(String text, Duration span) {
		assertThat(TimeSpans.parse("field", text)).isEqualTo(span);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1D", "P", "-P1D", "P-1D", "P9999999Y", "P1001Y", "PT1000000000000000H", "day" })
	void refusesAnythingElse(String text) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> TimeSpans.parse("label.timeout", text))
			.withMessageContaining("Field 'label.timeout' is \"" + text + "\"");
	}

	@Test
	void writesWhatItReads() {
		for (String text : new String[] { "P7D", "PT1H", "PT0S", "PT0.001S", "P365D" }) {
			assertThat(TimeSpans.text(TimeSpans.parse("field", text))).isEqualTo(text);
		}
	}

}
