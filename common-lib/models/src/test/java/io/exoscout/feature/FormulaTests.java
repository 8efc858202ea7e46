package io.exoscout.feature;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class FormulaTests {

	@ParameterizedTest
	@CsvSource(delimiter = '=',
			value = { "1 + 2 * 3 = 7", "(1 + 2) * 3 = 9", "8 / 2 / 2 = 2", "5 - 2 - 1 = 2", "2^3^2 = 512", "-2^2 = -4",
					"2^-1 = 0.5", "3 * -2 = -6", "1e3 + 1.5e-1 = 1000.15", "sqrt(16) = 4", "log10(1000) = 3",
					"ln(1) = 0", "abs(-2) = 2", "min(3, 2) = 2", "max(3, 1 + 3) = 4", "asin(0) = 0", "x * y = 12",
					"x^2 = 9" })
	void computes(String formula, double value) {
		assertThat(value(formula, 3, 4)).isEqualTo(value, within(1e-12));
	}

	@Test
	void hasNoValueWhereAnOperandIsMissing() {
		assertThat(value("x + y", 3, Double.NaN)).isNaN();
		assertThat(value("min(x, y)", 3, Double.NaN)).isNaN();
	}

	@Test
	void hasNoValueForTheRootOfANegativeNumber() {
		assertThat(value("sqrt(x - y)", 3, 4)).isNaN();
	}

	@Test
	void namesItsOperandsOnce() {
		assertThat(Formula.names("koi_depth / koi_depth_err1 + sqrt(koi_depth)")).containsExactly("koi_depth",
				"koi_depth_err1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1 +", "(1", "1)", "sqrt(1, 2)", "min(1)", "sin(1)", "1 ? 2", "*2" })
	void refusesWhatIsNoFormula(String formula) {
		assertThatIllegalArgumentException().isThrownBy(() -> value(formula, 1, 2));
	}

	private static double value(String formula, double x, double y) {
		return Formula.parse(formula, List.of("x", "y")::indexOf).at(new double[] { x, y });
	}

}
