package io.exoscout.transit.vet;

import io.exoscout.transit.box.StarSize;
import io.exoscout.transit.fit.TrapezoidFit;
import io.exoscout.transit.fit.Weighted;
import org.jspecify.annotations.Nullable;

/**
 * A signal in its curve, as diagnostics need it.
 *
 * @param points the detrended curve; what belongs to other signals has no weight
 * @param unmasked the same, but for false alarms, which are left in
 * @param measured relative fluxes less one, slow changes included, at the same points
 * @param inTransit which points lie in transits, of this signal or of others
 * @param fit the trapezoid
 * @param redness by which factor means of a transit's duration scatter more than white
 * noise would
 * @param cadence days between points
 * @param window of the filter that took slow changes out, in days
 * @param star how large the star is
 * @param starKnown whether that was said, or is only supposed
 * @param nearest by which share its period is off the nearest of those found before
 * @param nearestKind what is to be said of it if it is the same
 * @param doubts how many signals were found before that are no candidates
 * @param centroids where the light fell at the same points, if that is known
 */
public record Subject(Weighted points, Weighted unmasked, double[] measured, boolean[] inTransit, TrapezoidFit fit,
		double redness, double cadence, double window, StarSize star, boolean starKnown, double nearest,
		VerdictKind nearestKind, int doubts, @Nullable CentroidTrack centroids) {
}
