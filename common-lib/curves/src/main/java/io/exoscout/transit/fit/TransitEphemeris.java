package io.exoscout.transit.fit;

/**
 * When transits happen.
 *
 * @param period in days; infinite for a single event
 * @param epoch the middle of one, in days
 * @param duration from first to last contact, in days
 */
public record TransitEphemeris(double period, double epoch, double duration) {

	/** An event of which nobody knows whether it comes again. */
	public static TransitEphemeris single(double epoch, double duration) {
		return new TransitEphemeris(Double.POSITIVE_INFINITY, epoch, duration);
	}

	/** Whether it comes once only. */
	public boolean isSingle() {
		return Double.isInfinite(this.period);
	}

	/** Which transit is nearest: 0 at the epoch. */
	public long cycle(double time) {
		return isSingle() ? 0 : Math.round((time - this.epoch) / this.period);
	}

	/** The middle of a transit: 0 for the one at the epoch. */
	public double middle(long cycle) {
		return isSingle() ? this.epoch : this.epoch + cycle * this.period;
	}

	/** How long after the middle of the nearest transit, in days; negative before. */
	public double away(double time) {
		return isSingle() ? time - this.epoch : time - this.epoch - cycle(time) * this.period;
	}

	/** Transits as often, by so many days later. */
	public TransitEphemeris shifted(double days) {
		return new TransitEphemeris(this.period, this.epoch + days, this.duration);
	}

	/** Transits of that period, one of them as here. */
	public TransitEphemeris every(double days) {
		return new TransitEphemeris(days, this.epoch, this.duration);
	}

	/**
	 * Which points lie within so many durations of the middle of a transit, and a margin.
	 */
	public void mark(double[] times, double durations, double margin, boolean[] marked) {
		double half = durations * this.duration + margin;
		for (int i = 0; i < times.length; i++) {
			marked[i] |= Math.abs(away(times[i])) < half;
		}
	}

}
