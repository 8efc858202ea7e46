package io.exoscout.lightcurve;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MagnitudeNameTests {

	@ParameterizedTest
	@ValueSource(
			strings = { "mag", "kepmag_lc", "tmag_lc", "g_mag_cal", "mags", "vmag", "magpsf", "mag2", "magnitude" })
	void isOfMagnitudes(String name) {
		assertThat(FluxUnit.isMagnitude(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "image", "flux", "imagery_flux", "pdcsap_flux", "brightness" })
	void isNot(String name) {
		assertThat(FluxUnit.isMagnitude(name)).isFalse();
	}

}
