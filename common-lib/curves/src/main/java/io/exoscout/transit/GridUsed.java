package io.exoscout.transit;

/**
 * Which periods were searched, and after which filter; nothing is changed in silence.
 *
 * @param periodMin the shortest, in days
 * @param periodMax the longest, in days
 * @param periods how many
 * @param oversampling how much finer they are than a transit's duration asks for
 * @param windowDays the window of the filter
 * @param starRadius of the star by which durations go, in solar radii
 * @param starMass of it, in solar masses
 */
public record GridUsed(double periodMin, double periodMax, int periods, int oversampling, double windowDays,
		double starRadius, double starMass) {
}
