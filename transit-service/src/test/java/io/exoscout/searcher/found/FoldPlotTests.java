package io.exoscout.searcher.found;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.exoscout.lightcurve.LightCurve;
import io.exoscout.lightcurve.TimeSystem;
import io.exoscout.transit.TransitSignal;
import io.exoscout.transit.vet.SignalVerdict;
import io.exoscout.transit.vet.VerdictKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FoldPlotTests {

	/** Every 3 days for 6 hours; each second one half as deep. */
	private static final LightCurve FLAT = curve();

	private static final TransitSignal SIGNAL = signal(3.0);

	@Test
	void transitsLieOneOverTheOther() {
		FoldPlot fold = FoldPlot.around(SIGNAL, FLAT, (cycle) -> true);
		assertThat(fold.unit()).isEqualTo("hours");
		assertThat(at(fold, 0)).isCloseTo(1 - 0.0075, within(3e-4));
		assertThat(at(fold, 8)).isCloseTo(1, within(1e-9));
	}

	@Test
	void oddAndEvenAreToldApart() {
		FoldPlot even = FoldPlot.around(SIGNAL, FLAT, (cycle) -> Math.floorMod(cycle, 2) == 0);
		FoldPlot odd = FoldPlot.around(SIGNAL, FLAT, (cycle) -> Math.floorMod(cycle, 2) == 1);
		assertThat(at(even, 0)).isCloseTo(0.99, within(1e-9));
		assertThat(at(odd, 0)).isCloseTo(0.995, within(1e-9));
	}

	@Test
	void theWholePeriodBeginsAQuarterBefore() {
		FoldPlot fold = FoldPlot.whole(SIGNAL, FLAT);
		assertThat(fold.bins()[0]).isGreaterThan(-0.25);
		assertThat(fold.bins()[fold.bins().length - 1]).isLessThan(0.75);
		assertThat(at(fold, 0)).isLessThan(0.995);
		assertThat(at(fold, 0.5)).isCloseTo(1, within(1e-9));
	}

	@Test
	void aSingleEventIsShownAlone() {
		FoldPlot fold = FoldPlot.around(signal(null), FLAT, (cycle) -> true);
		assertThat(at(fold, 0)).isCloseTo(0.99, within(1e-9));
	}

	private static double at(FoldPlot fold, double across) {
		int nearest = 0;
		for (int i = 0; i < fold.bins().length; i++) {
			nearest = (Math.abs(fold.bins()[i] - across) < Math.abs(fold.bins()[nearest] - across)) ? i : nearest;
		}
		return fold.means()[nearest];
	}

	private static LightCurve curve() {
		double[] times = new double[12_000];
		double[] fluxes = new double[times.length];
		Arrays.setAll(times, (i) -> 100 + i * 0.0025);
		for (int i = 0; i < times.length; i++) {
			long cycle = Math.round((times[i] - 101) / 3);
			boolean inside = Math.abs(times[i] - 101 - 3 * cycle) < 0.125;
			fluxes[i] = inside ? ((cycle % 2 == 0) ? 0.99 : 0.995) : 1;
		}
		return new LightCurve(TimeSystem.BTJD, times, fluxes, null, new int[times.length], null);
	}

	private static TransitSignal signal(Double period) {
		return new TransitSignal(1, period == null, period, null, 101, 0.001, 6, 0.1, 7500, 100.0, 0.1, 0.1, 0, 50, 20,
				10, Map.of(), new SignalVerdict(VerdictKind.CANDIDATE, List.of()));
	}

}
