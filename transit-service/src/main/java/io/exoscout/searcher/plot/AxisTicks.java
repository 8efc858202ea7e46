package io.exoscout.searcher.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Round numbers along an axis. */
final class AxisTicks {

	private AxisTicks() {
	}

	/** A few round numbers between two. */
	static List<Double> between(double from, double to, int most) {
		double rough = (to - from) / most;
		double power = Math.pow(10, Math.floor(Math.log10(rough)));
		double step = 10 * power;
		for (double factor : new double[] { 5, 2, 1 }) {
			step = (factor * power >= rough) ? factor * power : step;
		}
		List<Double> ticks = new ArrayList<>();
		for (double tick = Math.ceil(from / step) * step; tick <= to + step * 1e-9; tick += step) {
			ticks.add(tick);
		}
		return ticks;
	}

	/** A number as short as tells it from its neighbours. */
	static String text(double value, double step) {
		int digits = (int) Math.max(0, Math.min(9, Math.ceil(-Math.log10(step) - 1e-9)));
		String text = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
		return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
	}

}
