package io.exoscout.astronomy;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConeTests {

	@ParameterizedTest
	@CsvSource({ "0, 0, 1, 0, 1", "359.5, 0, 0.5, 0, 1", "10, 89, 190, 89, 2", "0, 60, 1, 60, 0.499995",
			"5, 5, 5, 5, 0", "0, 90, 123, 90, 0", "0, 0, 180, 0, 180", "291.9, 48.1, 291.9, 48.100002, 0.000002" })
	void anglesAreThoseOnTheSky(double ra, double dec, double otherRa, double otherDec, double angle) {
		assertThat(new Cone(ra, dec, 180).separation(otherRa, otherDec)).isCloseTo(angle, Offset.offset(1e-5));
	}

	@Test
	void whatIsOutsideOrNowhereIsNotFound() {
		Cone cone = new Cone(10, 10, 1);
		assertThat(cone.separation(10, 10.9)).isNotNull();
		assertThat(cone.separation(10, 11.1)).isNull();
		assertThat(cone.separation(null, 10)).isNull();
		assertThat(cone.separation(10, null)).isNull();
	}

	@Test
	void noRadiusFindsNothing() {
		assertThat(new Cone(10, 10, 0).separation(10, 10)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "-1, 0, 1, RA", "361, 0, 1, RA", "NaN, 0, 1, RA", "0, 91, 1, DEC", "0, 0, -1, SR", "0, 0, 181, SR",
			"0, 0, Infinity, SR" })
	void placesThatAreNoneAreRefused(double ra, double dec, double radius, String parameter) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> new Cone(ra, dec, radius))
			.withMessageContaining(parameter)
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_PARAMETER));
	}

}
