package io.exoscout.series;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class SeriesTrainingTests {

	private static final SeriesOptions PLAIN = new SeriesOptions(10, 0, 1, false, 100);

	private static RegularSeries series(int length, IntToDoubleFunction value) {
		double[] times = IntStream.range(0, length).mapToDouble((i) -> i).toArray();
		return TimeGrid.of(times, Arrays.stream(times).map((time) -> value.applyAsDouble((int) time)).toArray());
	}

	private static RegularSeries wave(int length) {
		return series(length, (i) -> Math.sin(i * 0.7));
	}

	/** Each value is 0.8 of the one before, and noise. */
	private static RegularSeries autoregression(int length, long seed) {
		Random random = new Random(seed);
		double[] values = new double[length];
		for (int i = 1; i < length; i++) {
			values[i] = 0.8 * values[i - 1] + random.nextGaussian();
		}
		return series(length, (i) -> values[i]);
	}

	private static SeriesOptions ahead(int horizon) {
		return new SeriesOptions(10, 0, horizon, false, 100);
	}

	@Test
	void aWaveIsForecastExactly() {
		FittedSeries fitted = SeriesTraining.fit(wave(200), PLAIN);
		assertThat(fitted.accuracy().mae()).isLessThan(1e-2);
		assertThat(fitted.method().naive()).isFalse();
		double[] recent = IntStream.range(190, 200).mapToDouble((i) -> Math.sin(i * 0.7)).toArray();
		assertThat(fitted.after(recent, 1).get(0).value()).isCloseTo(Math.sin(200 * 0.7), within(1e-2));
	}

	@Test
	void whatCanNotBeForecastStaysAsItIs() {
		Random random = new Random(3);
		double[] walk = new double[400];
		for (int i = 1; i < walk.length; i++) {
			walk[i] = walk[i - 1] + random.nextGaussian();
		}
		FittedSeries fitted = SeriesTraining.fit(series(walk.length, (i) -> walk[i]), PLAIN);
		assertThat(fitted.accuracy().mae())
			.isLessThanOrEqualTo(1.05 * fitted.baselines().get(ForecastMethod.PERSISTENCE).mae());
	}

	@Test
	void aConstantStaysWhatItIsWithCertainty() {
		FittedSeries fitted = SeriesTraining.fit(series(60, (i) -> 7.5), PLAIN);
		double[] recent = new double[10];
		Arrays.fill(recent, 7.5);
		FittedSeries.Forecast forecast = fitted.after(recent, 1).get(0);
		assertThat(fitted.method()).isEqualTo(ForecastMethod.PERSISTENCE);
		assertThat(List.of(forecast.low(), forecast.value(), forecast.high())).containsOnly(7.5);
		assertThat(fitted.accuracy().mase()).isNull();
		assertThat(fitted.coverage()).isOne();
	}

	@Test
	void aSeasonIsSeen() {
		FittedSeries fitted = SeriesTraining.fit(series(200, (i) -> (i % 24 == 0) ? 10 : 0),
				new SeriesOptions(3, 24, 1, false, 100));
		assertThat(fitted.method()).isEqualTo(ForecastMethod.SEASONAL_NAIVE);
		assertThat(fitted.accuracy().mae()).isZero();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void intervalsOfNoiseHoldNineOfTen(long seed) {
		FittedSeries fitted = SeriesTraining.fit(autoregression(3000, seed), PLAIN);
		assertThat(fitted.coverage()).isBetween(0.88, 0.92);
		// of a standard normal nine of ten are within 1.645; these also follow the noise
		FittedSeries.Forecast next = fitted.after(autoregression(3000, seed).newest().values(), 1).get(0);
		assertThat(next.high() - next.low()).isBetween(2.0, 6.0);
	}

	@Test
	void intervalsGrowWithTheDistance() {
		FittedSeries fitted = SeriesTraining.fit(autoregression(3000, 5), ahead(6));
		List<FittedSeries.Forecast> forecasts = fitted.after(autoregression(3000, 5).newest().values(), 6);
		assertThat(forecasts).extracting(FittedSeries.Forecast::step).containsExactly(1, 2, 3, 4, 5, 6);
		assertThat(forecasts.get(5).high() - forecasts.get(5).low())
			.isGreaterThan(1.2 * (forecasts.get(0).high() - forecasts.get(0).low()));
		assertThat(fitted.coverage()).isBetween(0.87, 0.93);
	}

	@Test
	void theFirstStepIsTheSameHoweverFarForecastsGo() {
		RegularSeries wave = wave(300);
		double[] recent = wave.newest().values();
		assertThat(SeriesTraining.fit(wave, ahead(1)).after(recent, 1).get(0).value())
			.isCloseTo(SeriesTraining.fit(wave, ahead(5)).after(recent, 5).get(0).value(), within(1e-2));
	}

	@Test
	void noWindowCrossesAGap() {
		double[] times = IntStream.range(0, 300).mapToDouble((i) -> i + 5 * (i / 30)).toArray();
		// each run has a level of its own: across a gap nothing could be told
		double[] values = IntStream.range(0, 300).mapToDouble((i) -> 1e6 * (i / 30) + Math.sin(i % 30)).toArray();
		FittedSeries fitted = SeriesTraining.fit(TimeGrid.of(times, values), PLAIN);
		assertThat(fitted.training()).isEqualTo(10 * 20);
		assertThat(fitted.baselines().get(ForecastMethod.PERSISTENCE).mae()).isLessThan(1);
	}

	@Test
	void tooFewPointsAreToldHowManyAreEnough() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> SeriesTraining.fit(wave(20), PLAIN))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(ErrorCode.TOO_FEW_POINTS))
			.withMessageContaining("20 values")
			.withMessageContaining("32 consecutive values are enough");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 10, 40 })
	void whatIsSaidToBeEnoughIsEnough(int window) {
		SeriesOptions options = new SeriesOptions(window, 0, 1, false, 100);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> SeriesTraining.fit(wave(5), options))
			.satisfies((problem) -> {
				int enough = Integer.parseInt(problem.detail().replaceFirst(".*; (\\d+) consecutive.*", "$1"));
				assertThat(SeriesTraining.fit(wave(enough), options).tested()).isPositive();
			});
	}

	@Test
	void shortRunsAreTooFewHoweverManyThereAre() {
		double[] times = IntStream.range(0, 300).mapToDouble((i) -> i + 5 * (i / 8)).toArray();
		double[] values = IntStream.range(0, 300).mapToDouble((i) -> i).toArray();
		RegularSeries broken = TimeGrid.of(times, values);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> SeriesTraining.fit(broken, PLAIN))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(ErrorCode.TOO_FEW_POINTS))
			.withMessageContaining("the longest of 8");
	}

	@Test
	void aWindowOfOneIsEnough() {
		FittedSeries fitted = SeriesTraining.fit(autoregression(500, 8), new SeriesOptions(1, 0, 1, false, 100));
		assertThat(fitted.accuracy().mae()).isLessThan(fitted.baselines().get(ForecastMethod.PERSISTENCE).mae());
	}

	@Test
	void largeValuesOfHardlyAnySpreadAreForecastAsThoseAroundZero() {
		RegularSeries high = series(300, (i) -> 1e9 + Math.sin(i * 0.7));
		assertThat(SeriesTraining.fit(high, PLAIN).accuracy().mae())
			.isCloseTo(SeriesTraining.fit(wave(300), PLAIN).accuracy().mae(), within(1e-4));
	}

	@Test
	void tinyAndHugeUnitsMakeNoDifference() {
		double plain = SeriesTraining.fit(autoregression(300, 4), PLAIN).accuracy().mase();
		for (double unit : new double[] { 1e-60, 1e60, 1e97 }) {
			double[] values = autoregression(300, 4).newest().values();
			assertThat(SeriesTraining.fit(series(300, (i) -> unit * values[i]), PLAIN).accuracy().mase())
				.isCloseTo(plain, within(1e-9));
		}
	}

	@Test
	void aForecastNeedsItsWindow() {
		FittedSeries fitted = SeriesTraining.fit(wave(200), PLAIN);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> fitted.after(new double[9], 1))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(ErrorCode.TOO_FEW_POINTS))
			.withMessageContaining("needs 10");
	}

}
