package io.exoscout.study.curves;

import io.exoscout.lightcurve.LightCurve;
import io.exoscout.transit.box.StarSize;
import io.exoscout.transit.fit.LimbDarkened;

/**
 * A planet before a star like the Sun, to be put into a curve: a disc that moves on a
 * straight line, limb darkening and the length of exposures included.
 *
 * @param period in days
 * @param epoch the middle of a transit, in days since the first point
 * @param impact in radii of the star
 * @param ratio of the radii
 */
record MadeTransit(double period, double epoch, double impact, double ratio) {

	/** Exposures are taken apart into as many. */
	private static final int PARTS = 7;

	/** From first to last contact, in days, on a circular orbit. */
	double duration() {
		double axis = StarSize.SUN.axis(this.period);
		return this.period / Math.PI
				* Math.asin(Math.sqrt((1 + this.ratio) * (1 + this.ratio) - this.impact * this.impact) / axis);
	}

	/** How deep it is in the middle. */
	double depth() {
		return 1 - LimbDarkened.SUN.flux(this.impact, this.ratio);
	}

	/** How much light is left, as the mean over an exposure. */
	double flux(double time, double exposure) {
		double sum = 0;
		for (int part = 0; part < PARTS; part++) {
			sum += flux(time + exposure * ((part + 0.5) / PARTS - 0.5));
		}
		return sum / PARTS;
	}

	private double flux(double time) {
		double away = time - this.epoch;
		away -= Math.rint(away / this.period) * this.period;
		double along = StarSize.SUN.axis(this.period) * Math.sin(2 * Math.PI * away / this.period);
		boolean before = Math.abs(away) < this.period / 4;
		return before ? LimbDarkened.SUN.flux(Math.hypot(along, this.impact), this.ratio) : 1;
	}

	/** The same transit of a planet of another size. */
	MadeTransit sized(double other) {
		return new MadeTransit(this.period, this.epoch, this.impact, other);
	}

	/** A curve with it. */
	LightCurve in(LightCurve curve) {
		double[] fluxes = curve.fluxes();
		for (int i = 0; i < fluxes.length; i++) {
			fluxes[i] *= flux(curve.time(i) - curve.time(0), curve.cadence());
		}
		return curve.withFluxes(fluxes);
	}

}
