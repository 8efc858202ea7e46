package io.exoscout.transit.fit;

/**
 * Points that count as much as their weights say.
 *
 * @param times days since the first point, ascending
 * @param fluxes relative fluxes less one
 * @param weights one over the squared standard deviation; zero where a point does not
 * count
 */
public record Weighted(double[] times, double[] fluxes, double[] weights) {

	/** How many there are. */
	public int size() {
		return this.times.length;
	}

	/** How long they go on, in days. */
	public double span() {
		return this.times[size() - 1] - this.times[0];
	}

}
