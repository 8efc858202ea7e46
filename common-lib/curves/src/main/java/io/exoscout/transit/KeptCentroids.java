package io.exoscout.transit;

import io.exoscout.lightcurve.LightCurve;
import io.exoscout.lightcurve.LightCurve.Centroids;
import io.exoscout.transit.detrend.Points;
import io.exoscout.transit.vet.CentroidTrack;
import org.jspecify.annotations.Nullable;

/** Where the light of a curve fell, at those of its points that cleaning has left. */
final class KeptCentroids {

	private KeptCentroids() {
	}

	/**
	 * Finds the points again by their times.
	 * @param curve all points
	 * @param kept some of them
	 * @return {@code null} if the curve says nothing of it
	 */
	static @Nullable CentroidTrack of(LightCurve curve, Points kept) {
		Centroids all = curve.centroids();
		if (all == null) {
			return null;
		}
		double[] columns = new double[kept.size()];
		double[] rows = new double[kept.size()];
		int at = 0;
		for (int i = 0; i < columns.length; i++) {
			while (Points.rounded(curve.time(at) - kept.origin()) != kept.times()[i]) {
				at++;
			}
			columns[i] = all.columns()[at];
			rows[i] = all.rows()[at];
		}
		return new CentroidTrack(columns, rows);
	}

}
