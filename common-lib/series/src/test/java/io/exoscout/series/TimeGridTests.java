package io.exoscout.series;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TimeGridTests {

	private static RegularSeries grid(double... times) {
		return TimeGrid.of(times, DoubleStream.of(times).map((time) -> 10 * time).toArray());
	}

	private static double[] hours(int count) {
		return IntStream.range(0, count).mapToDouble((i) -> 3600.0 * i).toArray();
	}

	@Test
	void aMissingPointMakesTwoRuns() {
		RegularSeries series = grid(0, 1, 2, 4, 5);
		assertThat(series.runs()).extracting(GridRun::length).containsExactly(3, 2);
		assertThat(series.missing()).isEqualTo(1);
		assertThat(series.newest().first()).isEqualTo(4);
	}

	@Test
	void orderDoesNotMatter() {
		assertThat(grid(5, 1, 4, 0, 2).runs().get(0).values()).containsExactly(0, 10, 20);
	}

	@Test
	void eachValueKnowsWhichPointItWas() {
		assertThat(grid(5, 1, 4, 0, 2).runs().get(1).places()).containsExactly(2, 0);
	}

	@Test
	void aPointWithoutValueIsAGap() {
		RegularSeries series = TimeGrid.of(new double[] { 0, 1, 2, 3, 4 }, new double[] { 1, 2, Double.NaN, 4, 5 });
		assertThat(series.gaps()).isEqualTo(1);
		assertThat(series.points()).isEqualTo(4);
	}

	@Test
	void pointsOfOneTimeHaveTheirMeanInAnyOrder() {
		RegularSeries one = TimeGrid.of(new double[] { 0, 1, 1, 1, 2 }, new double[] { 0, 1, 2, 6, 9 });
		RegularSeries other = TimeGrid.of(new double[] { 2, 1, 0, 1, 1 }, new double[] { 9, 6, 0, 1, 2 });
		assertThat(one.newest().values()).containsExactly(0, 3, 9);
		assertThat(other.newest().values()).containsExactly(0, 3, 9);
		assertThat(one.duplicates()).isEqualTo(2);
	}

	@Test
	void daysOfLocalTimeAreStepsWhenTheClocksChange() {
		ZoneId rome = ZoneId.of("Europe/Rome");
		double[] midnights = IntStream.range(0, 400)
			.mapToDouble((day) -> LocalDate.of(2022, 1, 1).plusDays(day).atStartOfDay(rome).toEpochSecond())
			.toArray();
		RegularSeries series = grid(midnights);
		assertThat(series.step()).isEqualTo(86_400);
		assertThat(series.runs()).hasSize(1);
	}

	@Test
	void hoursOfLocalTimeWithoutZoneLoseOneInSpringAndHaveOneTwiceInAutumn() {
		double[] spring = IntStream.range(0, 48).filter((hour) -> hour != 26).mapToDouble((hour) -> hour).toArray();
		RegularSeries short23 = grid(spring);
		assertThat(short23.missing()).isEqualTo(1);
		double[] autumn = DoubleStream.concat(IntStream.range(0, 48).mapToDouble((hour) -> hour), DoubleStream.of(26))
			.toArray();
		RegularSeries long25 = grid(autumn);
		assertThat(long25.duplicates()).isEqualTo(1);
		assertThat(long25.runs()).hasSize(1);
	}

	@Test
	void aGapOfAThousandYearsCostsNoMemory() {
		double[] times = hours(50);
		times[49] = 1e15;
		RegularSeries series = grid(times);
		assertThat(series.runs()).extracting(GridRun::length).containsExactly(49, 1);
		assertThat(series.missing()).isGreaterThan(1_000_000_000L);
	}

	@Test
	void aPointBetweenTwoStepsIsLeftOutAndCounted() {
		double[] times = DoubleStream.concat(Arrays.stream(hours(50)), DoubleStream.of(1800)).toArray();
		RegularSeries series = grid(times);
		assertThat(series.offGrid()).isEqualTo(1);
		assertThat(series.runs()).hasSize(1);
		assertThat(series.points()).isEqualTo(50);
	}

	@Test
	void timesWithoutAGridAreRefused() {
		double[] times = IntStream.range(0, 100).mapToDouble((i) -> i * i * 0.37).toArray();
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> grid(times))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(ErrorCode.IRREGULAR_SERIES))
			.withMessageContaining("regular grid");
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1e308, -1e101, Double.POSITIVE_INFINITY })
	void valuesWhoseSquaresAreNoNumbersAreRefused(double value) {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> TimeGrid.of(new double[] { 0, 1 }, new double[] { 1, value }))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_SERIES))
			.withMessageContaining(String.valueOf(value));
	}

	@Test
	void oneTimeIsNoSeries() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> grid(3, 3, 3))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(ErrorCode.TOO_FEW_POINTS));
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> TimeGrid.of(new double[] { 1, 2 }, new double[] { Double.NaN, Double.NaN }))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(ErrorCode.TOO_FEW_POINTS));
	}

	@Test
	void aKnownStepNeedsNoGuess() {
		assertThat(TimeGrid.of(new double[] { 0, 2, 4 }, new double[] { 1, 2, 3 }, 1).gaps()).isEqualTo(2);
	}

}
