package io.exoscout.transit.detrend;

import io.exoscout.lightcurve.LightCurve;
import io.exoscout.transit.MadeCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class NoiseTests {

	private static final MadeCurve QUIET = MadeCurve.quiet(20, 10.0 / 1440, 30e-6, 1);

	@Test
	void noiseIsWhatWasPutIn() {
		assertThat(white(QUIET.curve())).isCloseTo(30e-6, within(1e-6));
	}

	@ParameterizedTest
	@CsvSource({ "0.00002,30.6e-6", "0.00005,33.3e-6", "0.0001,31e-6" })
	void ofRoundedFluxesItIsWhatTheyScatter(double step, double expected) {
		assertThat(white(QUIET.rounded(step).curve())).isCloseTo(expected, within(0.1 * expected));
	}

	@Test
	void transitsAreNoNoise() {
		assertThat(white(QUIET.transits(2, 1001, 0.1, 0.01).curve())).isCloseTo(30e-6, within(2e-6));
		assertThat(white(QUIET.transits(2, 1001, 0.1, 0.01).rounded(1e-4).curve())).isLessThan(60e-6);
	}

	private static double white(LightCurve curve) {
		return Flattened.of(Points.of(curve), 2.0).noise().white();
	}

}
