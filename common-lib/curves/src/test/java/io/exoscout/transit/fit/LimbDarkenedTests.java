package io.exoscout.transit.fit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LimbDarkenedTests {

	private static final LimbDarkened UNIFORM = new LimbDarkened(0, 0);

	@Test
	void aUniformStarLosesTheAreaThatIsCovered() {
		assertThat(UNIFORM.flux(0.3, 0.1)).isCloseTo(0.99, within(1e-6));
		assertThat(UNIFORM.flux(0, 0.1)).isCloseTo(0.99, within(1e-12));
	}

	@Test
	void atTheLimbItLosesTheLensOfBothDiscs() {
		double p = 0.1;
		double z = 1;
		double k1 = Math.acos((1 - p * p + z * z) / (2 * z));
		double k0 = Math.acos((p * p + z * z - 1) / (2 * p * z));
		double root = Math.sqrt((4 * z * z - Math.pow(1 + z * z - p * p, 2)) / 4);
		double covered = (p * p * k0 + k1 - root) / Math.PI;
		assertThat(UNIFORM.flux(z, p)).isCloseTo(1 - covered, within(1e-6));
	}

	@Test
	void beforeTheMiddleOfADarkenedStarMoreIsLost() {
		LimbDarkened linear = new LimbDarkened(0.6, 0);
		// the integral of 1 - 0.6 (1 - sqrt(1 - r r)) over the disc, in closed form
		double mu = Math.sqrt(1 - 0.01);
		double lost = 2 * (0.005 - 0.6 * (0.005 - (1 - mu * mu * mu) / 3)) / (1 - 0.2);
		assertThat(linear.flux(0, 0.1)).isCloseTo(1 - lost, within(1e-9));
	}

	@Test
	void besideTheStarNothingIsLost() {
		assertThat(LimbDarkened.SUN.flux(1.1, 0.1)).isEqualTo(1);
	}

	@Test
	void aLargerDiscCoversItAll() {
		assertThat(LimbDarkened.SUN.flux(0, 1.2)).isCloseTo(0, within(1e-9));
	}

}
