package io.exoscout.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Where River 0.22 notices changes in the same numbers. */
class DriftDetectorTests {

	@Test
	void adwinNoticesThatErrorsGetMore() {
		// one in ten, then one in two
		assertThat(noticed(new Adwin(0.002), 4000, (i) -> errors(i, 2000, 10, 2))).containsExactly(2047);
	}

	@Test
	void adwinNoticesThatErrorsGetFewer() {
		assertThat(noticed(new Adwin(0.002), 4000, (i) -> errors(i, 1500, 2, 10))).containsExactly(1567);
	}

	@Test
	void adwinKeepsAWindowThatIsAsLongAsNothingChanges() {
		Adwin adwin = new Adwin(0.002);
		assertThat(noticed(adwin, 100_000, (i) -> (i * 7919 % 10 < 3) ? 1 : 0)).isEmpty();
		assertThat(adwin.width()).isEqualTo(100_000);
	}

	@Test
	void adwinLetsGoOfWhatWasBefore() {
		Adwin adwin = new Adwin(0.002);
		assertThat(noticed(adwin, 1088, (i) -> (i < 1000) ? 0 : 1)).containsExactly(1023);
		assertThat(adwin.width()).isEqualTo(64);
	}

	@Test
	void pageHinkleyNoticesWhereTheMeanMoves() {
		assertThat(noticed(new PageHinkley(0.005, 50), 6000, (i) -> losses(i, 3000, 0.3, 0.9))).containsExactly(3085);
	}

	@Test
	void pageHinkleyNoticesNothingWhereNothingMoves() {
		assertThat(noticed(new PageHinkley(0.005, 50), 10_000, (i) -> losses(i, 0, 0.5, 0.5))).isEmpty();
	}

	private static double errors(int i, int change, int before, int after) {
		return (i * 7919L % ((i < change) ? before : after) == 0) ? 1 : 0;
	}

	private static double losses(int i, int change, double before, double after) {
		return ((i < change) ? before : after) + (i * 7919L % 100) / 500.0;
	}

	private static List<Integer> noticed(DriftDetector detector, int numbers, IntToDoubleFunction number) {
		List<Integer> noticed = new ArrayList<>();
		for (int i = 0; i < numbers; i++) {
			if (detector.add(number.applyAsDouble(i))) {
				noticed.add(i);
			}
		}
		return noticed;
	}

}
