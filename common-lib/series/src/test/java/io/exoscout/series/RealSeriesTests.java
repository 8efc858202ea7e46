package io.exoscout.series;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How good forecasts are of series that were really measured. */
class RealSeriesTests {

	private static FittedSeries fit(RealSeries series, int season) {
		return SeriesTraining.fit(series.onGrid(), new SeriesOptions(10, season, 1, false, 100));
	}

	private static Arguments series(String name, RealSeries series, int season) {
		return Arguments.of(name, series, season);
	}

	static Stream<Arguments> all() {
		return Stream.of(series("airline", RealSeries.airline(), 12), series("airline", RealSeries.airline(), 0),
				series("Chicago", RealSeries.chicagoTemperature(), 365),
				series("Chicago", RealSeries.chicagoTemperature(), 0), series("water", RealSeries.waterFlow(), 24),
				series("water", RealSeries.waterFlow(), 0), series("room", RealSeries.roomCarbonDioxide(), 90),
				series("room", RealSeries.roomCarbonDioxide(), 0));
	}

	@ParameterizedTest(name = "{0}, season {2}")
	@MethodSource("all")
	void neverMuchWorseThanWhatNeedsNoFit(String name, RealSeries series, int season) {
		FittedSeries fitted = fit(series, season);
		double best = fitted.baselines().values().stream().mapToDouble(ForecastErrors::mae).min().orElseThrow();
		assertThat(fitted.accuracy().mae()).isLessThanOrEqualTo(1.02 * best);
	}

	@ParameterizedTest(name = "{0}, season {2}")
	@MethodSource("all")
	void nineOfTenIntervalsHoldWhatCame(String name, RealSeries series, int season) {
		assertThat(fit(series, season).coverage()).isBetween(0.87, 0.93);
	}

	@Test
	void passengersAreForecastByTheirSeason() {
		FittedSeries fitted = fit(RealSeries.airline(), 12);
		assertThat(fitted.method()).isEqualTo(ForecastMethod.RIDGE_SEASONAL_DIFFERENCES);
		assertThat(fitted.tested()).isEqualTo(44);
		assertThat(fitted.accuracy().mase()).isLessThanOrEqualTo(0.60);
		// a fit of the same by NumPy
		assertThat(fitted.accuracy().mae()).isBetween(11.0, 11.3);
	}

	@Test
	void theOldNeuronLosesToPersistenceEvenWhenScaled() {
		FittedSeries old = SeriesTraining.fit(RealSeries.airline().onGrid(), new SeriesOptions(10, 0, 1, true, 100));
		assertThat(old.method()).isEqualTo(ForecastMethod.PERCEPTRON);
		assertThat(old.accuracy().mae()).isGreaterThan(old.baselines().get(ForecastMethod.PERSISTENCE).mae());
	}

	@Test
	void waterFlowHasElevenRunsAndAllMissingHoursAreCounted() {
		RegularSeries water = RealSeries.waterFlow().onGrid();
		assertThat(water.step()).isEqualTo(3600);
		assertThat(water.gaps()).isEqualTo(10);
		assertThat(water.missing()).isEqualTo(111);
		assertThat(water.offGrid()).isZero();
	}

	@Test
	void monthsAreStepsThoughTheirLengthsDiffer() {
		RegularSeries airline = RealSeries.airline().onGrid();
		assertThat(airline.runs()).hasSize(1);
		assertThat(airline.points()).isEqualTo(144);
		assertThat(airline.gaps() + airline.offGrid()).isZero();
	}

	@Test
	void aClockThatIsASecondFastOrSlowStaysOnTheGrid() {
		RegularSeries room = RealSeries.roomCarbonDioxide().onGrid();
		assertThat(room.step()).isEqualTo(960);
		assertThat(room.runs()).hasSize(1);
	}

	@Test
	void daysOfFiftyYearsHaveTheirGaps() {
		RegularSeries chicago = RealSeries.chicagoTemperature().onGrid();
		assertThat(chicago.points()).isEqualTo(18_546);
		assertThat(chicago.runs()).hasSize(10);
	}

}
