package io.exoscout.transit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SearchStopTests {

	private static final MadeCurve PLANET = MadeCurve.quiet(20, 20.0 / 1440, 500e-6, 1)
		.transits(3.21, 1001.5, 0.125, 0.003);

	@ParameterizedTest
	@ValueSource(strings = { "cleaning", "searching", "measuring" })
	void itEndsWhateverItIsAtWhenNobodyWantsItAnyMore(String phase) {
		int[] heard = new int[1];
		SearchWatch leaving = (share, message) -> {
			if (message.startsWith(phase) && ++heard[0] == 3) {
				throw new CancellationException(phase);
			}
		};
		assertThatExceptionOfType(CancellationException.class)
			.isThrownBy(() -> TransitSearch.search(PLANET.curve(), SearchOptions.defaults(), leaving))
			.withMessage(phase);
		assertThat(heard[0]).as("nothing is done after that").isEqualTo(3);
	}

	@Test
	void itNeverGoesBack() {
		List<Double> shares = new ArrayList<>();
		TransitSearch.search(PLANET.curve(), SearchOptions.defaults(), (share, message) -> shares.add(share));
		assertThat(shares).isSorted().hasSizeGreaterThan(50).endsWith(1.0);
	}

}
