package io.exoscout.searcher.star;

import java.util.List;

import io.exoscout.result.FoundSignals.FoundSignal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PeriodMatchTests {

	private static FoundSignal signal(int number, Double period) {
		return new FoundSignal(number, period, 100, 10, "candidate");
	}

	@Test
	void thePeriodItselfComesBeforeItsHarmonicsAndTheNearestFirst() {
		List<FoundSignal> signals = List.of(signal(1, 6.5), signal(2, 13.01), signal(3, 13.0001), signal(4, null));
		assertThat(PeriodMatch.of(signals, 13)).get().returns(3, PeriodMatch::signal).returns(1.0, PeriodMatch::ratio);
	}

	@ParameterizedTest
	@CsvSource({ "6.5,0.5", "26,2", "39,3", "4.3333333,0.3333333333333333" })
	void whatASearchMayTakeForThePeriodIsToldAsThat(double found, double ratio) {
		assertThat(PeriodMatch.of(List.of(signal(1, found)), 13)).get().returns(ratio, PeriodMatch::ratio);
	}

	@Test
	void anotherPeriodIsNoMatchNorIsAnEventSeenOnce() {
		assertThat(PeriodMatch.of(List.of(signal(1, 12.9), signal(2, null)), 13)).isEmpty();
	}

}
