package io.exoscout.transit.vet;

/**
 * Periods that may be answered.
 *
 * @param least the shortest, in days
 * @param most the longest, in days
 */
public record PeriodRange(double least, double most) {

	/** Whether it is one of them. */
	public boolean contains(double period) {
		return period >= this.least && period <= this.most;
	}

}
