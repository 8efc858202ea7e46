package io.exoscout.transit;

import io.exoscout.lightcurve.LightCurve;
import io.exoscout.transit.box.StarSize;
import io.exoscout.transit.detrend.Flattened;
import io.exoscout.transit.fit.Ephemeris;
import io.exoscout.transit.fit.TrapezoidFit;
import io.exoscout.transit.fit.Weighted;
import io.exoscout.transit.vet.Diagnostics;
import io.exoscout.transit.vet.Harmonics;
import io.exoscout.transit.vet.Subject;
import io.exoscout.transit.vet.SignalVerdict;
import io.exoscout.transit.vet.Vetting;

/**
 * From a peak to a signal: its period and its shape are fitted, twice, the second time to
 * a curve whose trend does not follow the transits.
 */
final class Measuring {

	/** Of a transit, so many durations on each side of its middle are masked. */
	private static final double MASK = 0.65;

	private static final int ROUNDS = 5;

	private static final double GROWING = 1.1;

	private final LightCurve curve;

	private final StarSize star;

	private final boolean starKnown;

	private Flattened flat;

	private boolean[] masked;

	Measuring(LightCurve curve, Flattened flat, boolean[] masked, StarSize star, boolean starKnown) {
		this.curve = curve;
		this.flat = flat;
		this.masked = masked;
		this.star = star;
		this.starKnown = starKnown;
	}

	/** The curve with a trend that does not follow this signal. */
	Flattened flat() {
		return this.flat;
	}

	/** The points in transits of this signal and of those before. */
	boolean[] masked() {
		return this.masked;
	}

	TransitSignal signal(int number, Ephemeris start, double efficiency, double least, double most) {
		double[] times = this.flat.points().times();
		boolean[] others = this.masked.clone();
		Ephemeris found = fitted(start, others).ephemeris();
		found = new Harmonics(points(others), redness(found), this.curve.cadence(), least, most).resolved(found);
		TrapezoidFit fit = grown(found, others);
		double[] measured = this.flat.points().fluxes().clone();
		for (int i = 0; i < measured.length; i++) {
			measured[i] -= 1;
		}
		fit = first(fit, times[0]);
		Subject subject = new Subject(points(others), measured, this.masked, fit, redness(fit.ephemeris()),
				this.curve.cadence(), this.star, this.starKnown);
		Diagnostics diagnostics = Diagnostics.of(subject);
		return signal(number, subject, diagnostics, efficiency, Vetting.of(subject, diagnostics));
	}

	/**
	 * The fit to a trend that does not follow what is fitted; wings come out bit by bit.
	 */
	private TrapezoidFit grown(Ephemeris start, boolean[] others) {
		mask(start, others);
		TrapezoidFit fit = fitted(start, others);
		for (int round = 0; round < ROUNDS; round++) {
			double before = fit.ephemeris().duration();
			mask(fit.ephemeris(), others);
			fit = fitted(fit.ephemeris(), others);
			if (round > 0 && fit.ephemeris().duration() < GROWING * before) {
				break;
			}
		}
		return fit;
	}

	private void mask(Ephemeris ephemeris, boolean[] others) {
		this.masked = others.clone();
		ephemeris.mark(this.flat.points().times(), MASK, this.curve.cadence() / 2, this.masked);
		this.flat = this.flat.masking(this.masked);
	}

	private Weighted points(boolean[] left) {
		double[] weights = this.flat.noise().weights();
		for (int i = 0; i < weights.length; i++) {
			weights[i] = left[i] ? 0 : weights[i];
		}
		return new Weighted(this.flat.points().times(), this.flat.fluxes(), weights);
	}

	/** Red noise, as it is without the transits found. */
	private double redness(Ephemeris ephemeris) {
		return this.flat.noise().redness(ephemeris.duration());
	}

	/** The fit, unless it ran away from where the dip is. */
	private TrapezoidFit fitted(Ephemeris start, boolean[] others) {
		Weighted points = points(others);
		double depth = depth(points, start);
		TrapezoidFit fit = TrapezoidFit.of(points, start, Math.max(depth, 1e-6));
		boolean stays = fit.trapezoid().depth() > 0
				&& Math.abs(fit.ephemeris().epoch() - start.epoch()) < start.duration()
				&& fit.trapezoid().duration() < 3 * start.duration()
				&& fit.trapezoid().duration() > Math.min(start.duration() / 4, this.curve.cadence());
		return stays ? fit : TrapezoidFit.unfitted(start, depth);
	}

	private static double depth(Weighted points, Ephemeris ephemeris) {
		double sum = 0;
		double weights = 0;
		for (int i = 0; i < points.size(); i++) {
			if (Math.abs(ephemeris.away(points.times()[i])) < ephemeris.duration() / 2) {
				sum -= points.weights()[i] * points.fluxes()[i];
				weights += points.weights()[i];
			}
		}
		return (weights > 0) ? sum / weights : 0;
	}

	/** The same, with the first transit of the curve as the epoch. */
	private static TrapezoidFit first(TrapezoidFit fit, double begin) {
		Ephemeris ephemeris = fit.ephemeris();
		if (ephemeris.isSingle()) {
			return fit;
		}
		double cycles = Math.ceil((begin - ephemeris.duration() / 2 - ephemeris.epoch()) / ephemeris.period());
		return new TrapezoidFit(ephemeris.shifted(cycles * ephemeris.period()), fit.trapezoid(), fit.errors(),
				fit.chiSquare());
	}

	private TransitSignal signal(int number, Subject subject, Diagnostics diagnostics, double efficiency,
			SignalVerdict verdict) {
		TrapezoidFit fit = subject.fit();
		Ephemeris ephemeris = fit.ephemeris();
		double[] errors = fit.errors();
		double red = subject.redness();
		boolean single = ephemeris.isSingle();
		return new TransitSignal(number, single, single ? null : ephemeris.period(), single ? null : errors[0] * red,
				this.flat.points().origin() + ephemeris.epoch(), errors[1] * red, 24 * ephemeris.duration(),
				24 * errors[3] * red, 1e6 * fit.trapezoid().depth(), 1e6 * errors[2] * red, fit.trapezoid().ingress(),
				diagnostics.physical().ratio(), diagnostics.physical().impact(), diagnostics.transits().multiple(),
				efficiency, diagnostics.transits().size(), diagnostics.values(), verdict);
	}

}
