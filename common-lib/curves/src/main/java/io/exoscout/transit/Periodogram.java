package io.exoscout.transit;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

import io.exoscout.lightcurve.Medians;
import io.exoscout.transit.box.Spectrum;

/**
 * How well each period explains dips, thinned to what can be drawn: of each stretch of
 * neighbouring periods, the best.
 *
 * @param periods in days, falling
 * @param power the signal to noise of the best box
 */
public record Periodogram(double[] periods, double[] power) {

	private static final int MOST = 4000;

	private static final int STRETCHES = 20;

	static Periodogram of(Spectrum spectrum) {
		int size = spectrum.grid().size();
		int count = Math.min(MOST, size);
		double[] periods = new double[count];
		double[] power = new double[count];
		for (int i = 0; i < count; i++) {
			int from = (int) ((long) i * size / count);
			int to = (int) ((i + 1L) * size / count);
			int best = highest(spectrum, from, to);
			periods[i] = spectrum.grid().period(best);
			power[i] = spectrum.power(best);
		}
		return new Periodogram(periods, power);
	}

	static int highest(Spectrum spectrum, int from, int to) {
		int best = from;
		for (int i = from + 1; i < to; i++) {
			best = (spectrum.power(i) > spectrum.power(best)) ? i : best;
		}
		return best;
	}

	/**
	 * The signal detection efficiency of a peak: by how many standard deviations of the
	 * whole periodogram it stands above the median around it (Kovács et al. 2002).
	 */
	static double efficiency(Spectrum spectrum, int peak) {
		int size = spectrum.grid().size();
		int length = Math.max(1, (size + STRETCHES - 1) / STRETCHES);
		double squares = 0;
		double above = 0;
		for (int from = 0; from < size; from += length) {
			int to = Math.min(size, from + length);
			double[] values = new double[to - from];
			Arrays.setAll(values, stretch(spectrum, from));
			double median = Medians.of(values);
			for (int i = from; i < to; i++) {
				squares += (spectrum.power(i) - median) * (spectrum.power(i) - median);
			}
			above = (peak >= from && peak < to) ? spectrum.power(peak) - median : above;
		}
		return (squares > 0) ? above / Math.sqrt(squares / size) : 0;
	}

	private static IntToDoubleFunction stretch(Spectrum spectrum, int from) {
		return (i) -> spectrum.power(from + i);
	}

}
