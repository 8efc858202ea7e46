package io.exoscout.integral;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class QuadratureTests {

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 8, 16, 32, 64 })
	void integratesPolynomialsExactly(int count) {
		Quadrature rule = Quadrature.of(count);
		for (int degree = 0; degree < 2 * count; degree++) {
			double sum = 0;
			for (int i = 0; i < rule.size(); i++) {
				sum += rule.weights()[i] * Math.pow(rule.points()[i], degree);
			}
			assertThat(sum).as("degree %d", degree).isEqualTo(1.0 / (degree + 1), within(1e-14));
		}
	}

}
