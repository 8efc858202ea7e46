package io.exoscout.explanation;

import java.util.List;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WantedExplanationTests {

	private static final List<String> CLASSES = List.of("FALSE POSITIVE", "CONFIRMED");

	@ParameterizedTest
	@ValueSource(ints = { -1, 101 })
	void nobodyReadsMoreReasonsThanAHundredOrFewerThanNone(int explain) {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> WantedExplanation.of(explain, null, null, null))
			.returns(ErrorCode.INVALID_PARAMETER, ProblemException::code)
			.withMessageContaining(String.valueOf(explain))
			.withMessageContaining("0 to 100");
	}

	@ParameterizedTest
	@ValueSource(doubles = { -0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY })
	void rowsAreExplainedFromAProbabilityOn(double least) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> WantedExplanation.of(1, null, least, null))
			.withMessageContaining(String.valueOf(least));
	}

	@Test
	void saysWhichUnitsThereAre() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> WantedExplanation.of(1, null, null, "bits"))
			.withMessageContaining("'bits'")
			.withMessageContaining("log-odds and probability");
	}

	@Test
	void findsTheClassWhateverItsCase() {
		assertThat(WantedExplanation.of(1, "confirmed", null, null).output(CLASSES)).isEqualTo(1);
		assertThat(WantedExplanation.of(1, null, null, null).output(CLASSES)).isEqualTo(-1);
	}

}
