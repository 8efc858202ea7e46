package io.exoscout.transit.box;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PeriodGridTests {

	@Test
	void itHasAsManyPeriodsAsOfirSays() {
		// 183,689 by transit least squares: Kepler-11, from 0.6 days to half of the curve
		PeriodGrid grid = new PeriodGrid(0.602, 1459.0 / 2, 1459, StarSize.SUN);
		assertThat(grid.size()).isCloseTo(183_689, within(3000));
	}

	@Test
	void itGoesFromTheLongestToTheShortest() {
		PeriodGrid grid = new PeriodGrid(0.5, 20, 27, StarSize.SUN);
		assertThat(grid.period(0)).isCloseTo(20, within(1e-9));
		assertThat(grid.period(grid.size() - 1)).isLessThanOrEqualTo(0.5).isGreaterThan(0.498);
	}

	@Test
	void aPlanetLikeTheEarthTakesThirteenHours() {
		assertThat(24 * StarSize.SUN.duration(365.25)).isCloseTo(13.0, within(0.1));
		assertThat(StarSize.SUN.axis(365.25)).isCloseTo(215.0, within(0.5));
	}

}
