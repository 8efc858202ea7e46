package io.exoscout.transit;

import java.util.Random;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import io.exoscout.lightcurve.LightCurve;
import io.exoscout.lightcurve.TimeSystem;

/** Curves whose transits are known, as they were put in. */
public final class MadeCurve {

	private final double[] times;

	private final double[] fluxes;

	private MadeCurve(double[] times, double[] fluxes) {
		this.times = times;
		this.fluxes = fluxes;
	}

	/** White noise, with a gap of a day in the middle. */
	public static MadeCurve quiet(double days, double cadence, double noise, long seed) {
		Random random = new Random(seed);
		int size = (int) (days / cadence);
		double[] times = new double[size];
		double[] fluxes = new double[size];
		for (int i = 0; i < size; i++) {
			times[i] = 1000 + i * cadence + ((i > size / 2) ? 1 : 0);
			fluxes[i] = 1 + noise * random.nextGaussian();
		}
		return new MadeCurve(times, fluxes);
	}

	/** With box-like transits. */
	public MadeCurve transits(double period, double epoch, double duration, double depth) {
		return times((time) -> {
			double away = time - epoch;
			away -= Math.rint(away / period) * period;
			return (Math.abs(away) < duration / 2) ? 1 - depth : 1;
		});
	}

	/** With dips of the form of a V. */
	public MadeCurve eclipses(double period, double epoch, double duration, double depth) {
		return times((time) -> {
			double away = time - epoch;
			away -= Math.rint(away / period) * period;
			return 1 - depth * Math.max(0, 1 - 2 * Math.abs(away) / duration);
		});
	}

	/** With spots on it. */
	public MadeCurve spots(double period, double amplitude) {
		return spots(period, amplitude, 0);
	}

	/** With spots on it that are seen best at a time of their own, in radians. */
	public MadeCurve spots(double period, double amplitude, double phase) {
		return times((time) -> 1 + amplitude * Math.sin(2 * Math.PI * time / period + phase));
	}

	/** With fluxes rounded to steps, as counts are or short numbers in a text. */
	public MadeCurve rounded(double step) {
		double[] changed = this.fluxes.clone();
		for (int i = 0; i < changed.length; i++) {
			changed[i] = Math.rint(changed[i] / step) * step;
		}
		return new MadeCurve(this.times, changed);
	}

	/** Without the points at some times. */
	public MadeCurve without(DoublePredicate gone) {
		int[] left = IntStream.range(0, this.times.length).filter((i) -> !gone.test(this.times[i])).toArray();
		return new MadeCurve(IntStream.of(left).mapToDouble((i) -> this.times[i]).toArray(),
				IntStream.of(left).mapToDouble((i) -> this.fluxes[i]).toArray());
	}

	private MadeCurve times(DoubleUnaryOperator factor) {
		double[] changed = this.fluxes.clone();
		for (int i = 0; i < changed.length; i++) {
			changed[i] *= factor.applyAsDouble(this.times[i]);
		}
		return new MadeCurve(this.times, changed);
	}

	/** As a curve, later by so many days and brighter by a factor. */
	public LightCurve curve(double later, double brighter) {
		double[] moved = this.times.clone();
		double[] scaled = this.fluxes.clone();
		for (int i = 0; i < moved.length; i++) {
			moved[i] += later;
			scaled[i] *= brighter;
		}
		return new LightCurve(TimeSystem.RELATIVE, moved, scaled, null, new int[moved.length], null);
	}

	/** As a curve. */
	public LightCurve curve() {
		return curve(0, 1);
	}

}
