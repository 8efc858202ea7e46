package io.exoscout.transit;

import io.exoscout.lightcurve.LightCurve;
import io.exoscout.transit.box.StarSize;
import io.exoscout.transit.detrend.Flattened;
import io.exoscout.transit.detrend.Points;
import io.exoscout.transit.fit.TransitEphemeris;
import io.exoscout.transit.fit.TrapezoidFit;
import io.exoscout.transit.fit.Weighted;
import io.exoscout.transit.vet.CentroidTrack;
import io.exoscout.transit.vet.Diagnostics;
import io.exoscout.transit.vet.Harmonics;
import io.exoscout.transit.vet.PeriodRange;
import io.exoscout.transit.vet.SignalVerdict;
import io.exoscout.transit.vet.Subject;
import io.exoscout.transit.vet.Vetting;
import org.jspecify.annotations.Nullable;

/**
 * From a peak to a signal: its period and its shape are fitted, twice, the second time to
 * a curve whose trend does not follow the transits.
 */
final class Measuring {

	/** Dips may be so much longer than the box that found them. */
	private static final double WIDEST = 8;

	private static final int ROUNDS = 5;

	private static final double GROWING = 1.1;

	private final double cadence;

	private final StarSize star;

	private final boolean starKnown;

	private final EarlierSignals known;

	private final @Nullable CentroidTrack centroids;

	private Flattened flat;

	private final Runnable check;

	private boolean[] masked;

	Measuring(LightCurve curve, Flattened flat, EarlierSignals known, StarSize star, boolean starKnown,
			@Nullable CentroidTrack centroids, Runnable check) {
		this.check = check;
		this.cadence = Points.rounded(curve.cadence());
		this.flat = flat;
		this.known = known;
		this.masked = known.masked();
		this.star = star;
		this.starKnown = starKnown;
		this.centroids = centroids;
	}

	/** The curve with a trend that does not follow this signal. */
	Flattened flat() {
		return this.flat;
	}

	TransitSignal signal(int number, TransitEphemeris start, double efficiency, PeriodRange asked, PeriodRange seen) {
		double[] times = this.flat.points().times();
		TransitEphemeris found = fitted(start).ephemeris();
		this.check.run();
		Harmonics harmonics = harmonics(found, asked);
		found = harmonics.resolved(found);
		TransitEphemeris hinted = found.isSingle() ? found : harmonics.hinted(found);
		if (!hinted.equals(found)) {
			mask(hinted);
			found = harmonics(found, asked).part(found);
		}
		TrapezoidFit fit = grown(found);
		double[] measured = this.flat.points().fluxes().clone();
		for (int i = 0; i < measured.length; i++) {
			measured[i] -= 1;
		}
		fit = first(fit, times[0]);
		Subject subject = new Subject(points(), this.known.beside(this.flat.fluxes(), this.flat.noise().weights()),
				measured, this.masked, fit, redness(fit.ephemeris()), this.cadence, this.flat.window(), this.star,
				this.starKnown, this.known.off(fit.ephemeris().period()), this.known.kind(fit.ephemeris().period()),
				this.known.doubts(), this.centroids);
		this.check.run();
		Diagnostics diagnostics = Diagnostics.of(subject, this.check);
		this.check.run();
		TransitEphemeris better = harmonics(fit.ephemeris(), seen).resolved(fit.ephemeris());
		if (!better.isSingle() && !fit.ephemeris().isSingle() && !asked.contains(better.period())) {
			diagnostics.values().put("better_period_days", better.period());
		}
		SignalVerdict verdict = Vetting.of(subject, diagnostics);
		this.known.add(fit, verdict.kind());
		return signal(number, subject, diagnostics, efficiency, verdict);
	}

	/**
	 * The fit to a trend that does not follow what is fitted; wings come out bit by bit.
	 */
	private TrapezoidFit grown(TransitEphemeris start) {
		mask(start);
		TrapezoidFit fit = fitted(start);
		int rounds = start.isSingle() ? 1 : ROUNDS;
		for (int round = 0; round < rounds && Double.isFinite(fit.chiSquare()); round++) {
			double before = fit.ephemeris().duration();
			mask(fit.ephemeris());
			fit = fitted(fit.ephemeris());
			if (round > 0 && fit.ephemeris().duration() < GROWING * before) {
				break;
			}
		}
		return fit;
	}

	private Harmonics harmonics(TransitEphemeris ephemeris, PeriodRange range) {
		return new Harmonics(points(), redness(ephemeris), this.cadence, range);
	}

	private void mask(TransitEphemeris ephemeris) {
		this.masked = this.known.masked().clone();
		ephemeris.mark(this.flat.points().times(), EarlierSignals.MASK, this.cadence / 2, this.masked);
		this.flat = this.flat.masking(this.masked, this.check);
	}

	private Weighted points() {
		return this.known.without(this.flat.fluxes(), this.flat.noise().weights());
	}

	/** Red noise, as it is without the transits found. */
	private double redness(TransitEphemeris ephemeris) {
		return this.flat.noise().redness(ephemeris.duration());
	}

	/** The fit, unless it ran away from where the dip is. */
	private TrapezoidFit fitted(TransitEphemeris start) {
		Weighted points = points();
		double depth = Math.max(depth(points, start), 1e-6);
		for (double wider = 1; wider <= WIDEST; wider *= 2) {
			this.check.run();
			TransitEphemeris wide = new TransitEphemeris(start.period(), start.epoch(), wider * start.duration());
			TrapezoidFit fit = TrapezoidFit.of(points, wide, depth, this.check);
			double duration = fit.trapezoid().duration();
			boolean stays = fit.trapezoid().depth() > 0
					&& Math.abs(fit.ephemeris().epoch() - start.epoch()) < wide.duration()
					&& duration < Math.min(0.5 * start.period(), 2 * wide.duration())
					&& duration > Math.min(start.duration() / 4, this.cadence);
			if (stays) {
				return fit;
			}
		}
		return TrapezoidFit.unfitted(start, depth);
	}

	private static double depth(Weighted points, TransitEphemeris ephemeris) {
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
		TransitEphemeris ephemeris = fit.ephemeris();
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
		TransitEphemeris ephemeris = fit.ephemeris();
		double[] errors = fit.errors();
		double red = subject.redness();
		boolean single = ephemeris.isSingle();
		return new TransitSignal(number, single, single ? null : ephemeris.period(),
				single ? null : finite(errors[0] * red), this.flat.points().origin() + ephemeris.epoch(),
				finite(errors[1] * red), 24 * ephemeris.duration(), finite(24 * errors[3] * red),
				1e6 * fit.trapezoid().depth(), finite(1e6 * errors[2] * red), fit.trapezoid().ingress(),
				diagnostics.physical().ratio(), diagnostics.physical().impact(), diagnostics.transits().multiple(),
				efficiency, diagnostics.transits().size(), diagnostics.known(), verdict);
	}

	private static @Nullable Double finite(double value) {
		return Double.isFinite(value) ? value : null;
	}

}
