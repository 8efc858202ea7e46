package io.exoscout.transit;

import java.util.Map;

import io.exoscout.transit.fit.TransitEphemeris;
import io.exoscout.transit.fit.Trapezoid;
import io.exoscout.transit.vet.SignalVerdict;
import org.jspecify.annotations.Nullable;

/**
 * A signal: when it comes, how deep and how long it is, and what it is taken for. Errors
 * are standard deviations with red noise in them, and none where no fit tells.
 *
 * @param number 1 for the first that was found
 * @param singleEvent whether it was seen once only, so that it has no period
 * @param period in days; none for a single event
 * @param periodError in days
 * @param epoch the middle of the first transit in the curve, in the curve's time, in days
 * @param epochError in days
 * @param durationHours from first to last contact
 * @param durationErrorHours of that
 * @param depthPpm of the trapezoid, in parts per million
 * @param depthErrorPpm of that
 * @param ingressShare which share of the duration ingress takes, 0 to 0.5
 * @param radiusRatio of planet and star, by the limb-darkened fit
 * @param impact the least distance of their middles, in radii of the star
 * @param snr signal to noise of all transits together, red noise included
 * @param sde signal detection efficiency of its peak
 * @param transits how many were observed
 * @param diagnostics all other figures, by name
 * @param verdict what it is taken for, and why
 */
public record TransitSignal(int number, boolean singleEvent, @Nullable Double period, @Nullable Double periodError,
		double epoch, @Nullable Double epochError, double durationHours, @Nullable Double durationErrorHours,
		double depthPpm, @Nullable Double depthErrorPpm, double ingressShare, double radiusRatio, double impact,
		double snr, double sde, int transits, Map<String, Double> diagnostics, SignalVerdict verdict) {

	/** When its transits happen, in the curve's time. */
	public TransitEphemeris ephemeris() {
		return new TransitEphemeris((this.period != null) ? this.period : Double.POSITIVE_INFINITY, this.epoch,
				this.durationHours / 24);
	}

	/**
	 * The trapezoid's relative flux at a time, 1 outside of transits.
	 * @param time in the curve's time, in days
	 */
	public double model(double time) {
		Trapezoid trapezoid = new Trapezoid(this.depthPpm / 1e6, this.durationHours / 24, this.ingressShare);
		return 1 + trapezoid.flux(ephemeris().away(time));
	}

}
