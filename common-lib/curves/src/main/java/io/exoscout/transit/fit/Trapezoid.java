package io.exoscout.transit.fit;

/**
 * A transit as a trapezoid (Carter et al. 2008, ApJ 689, 499).
 *
 * @param depth relative to the flux outside
 * @param duration from first to last contact, in days
 * @param ingress which share of that ingress takes: a half for a V, nothing for a box
 */
public record Trapezoid(double depth, double duration, double ingress) {

	/** Which part of the depth is reached: 0 outside, 1 in the middle. */
	public double shape(double away) {
		double inside = 0.5 - Math.abs(away) / this.duration;
		return (inside <= 0) ? 0 : Math.min(1, inside / this.ingress);
	}

	/** The relative flux less one. */
	public double flux(double away) {
		return -this.depth * shape(away);
	}

}
