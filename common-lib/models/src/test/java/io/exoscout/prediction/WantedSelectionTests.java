package io.exoscout.prediction;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WantedSelectionTests {

	private static String refused(@Nullable Double precision, @Nullable String precisionClass, @Nullable Double recall,
			@Nullable String recallClass) {
		return assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> WantedSelection.of(precision, precisionClass, recall, recallClass))
			.returns(ErrorCode.INVALID_PARAMETER, ProblemException::code)
			.actual()
			.getMessage();
	}

	@Test
	void isOfPrecisionOrOfRecall() {
		assertThat(WantedSelection.of(0.9, "CONFIRMED", null, null))
			.isEqualTo(WantedSelection.ofPrecision(0.9, "CONFIRMED"));
		assertThat(WantedSelection.of(null, null, 1.0, null)).isEqualTo(WantedSelection.ofRecall(1, null));
		assertThat(WantedSelection.of(null, null, null, null)).isNull();
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, -0.1, 1.01, Double.NaN, Double.POSITIVE_INFINITY })
	void refusesWhatIsNoShare(double share) {
		assertThat(refused(share, null, null, null)).startsWith("precision is");
		assertThat(refused(null, null, share, null)).startsWith("recall is");
	}

	@Test
	void refusesBothAtOnce() {
		assertThat(refused(0.9, null, 0.9, null)).contains("precision and recall were both sent");
	}

	@Test
	void refusesAClassWithoutAShare() {
		assertThat(refused(null, "CONFIRMED", null, null)).contains("precision_class comes with precision");
		assertThat(refused(0.9, null, null, "CONFIRMED")).contains("recall_class comes with recall");
	}

}
