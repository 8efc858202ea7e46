package io.exoscout.lightcurve;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * How bright a star was and when: at least one point, in ascending time, no two at the
 * same, each with a finite flux. The flux is linear and in one unit, with a median of
 * about 1 over all files; those of a mission may still lie at different levels. Whatever
 * could be told of a bad point by the file itself is left out already. Outliers and
 * trends are still in.
 */
public final class LightCurve {

	/** A step of more days is a gap: what the star did meanwhile is not known. */
	public static final double GAP = 0.5;

	private final TimeSystem system;

	private final double[] times;

	private final double[] fluxes;

	private final double @Nullable [] errors;

	private final int[] segments;

	private final @Nullable Centroids centroids;

	private final double cadence;

	/**
	 * A curve; the arrays are copied.
	 * @param system what times count from
	 * @param times days in that system, ascending, no two the same
	 * @param fluxes relative fluxes, finite, as many
	 * @param errors their standard deviations, as many, {@code NaN} where unknown; or
	 * none
	 * @param segments the number of the segment (a quarter, a sector, a file) of each
	 * point, from 0, never falling
	 * @param centroids where the light fell, as many; or none
	 * @throws IllegalArgumentException if that is not so
	 */
	public LightCurve(TimeSystem system, double[] times, double[] fluxes, double @Nullable [] errors, int[] segments,
			@Nullable Centroids centroids) {
		this.system = system;
		this.times = times.clone();
		this.fluxes = fluxes.clone();
		this.errors = (errors != null) ? errors.clone() : null;
		this.segments = segments.clone();
		this.centroids = centroids;
		check();
		this.cadence = medianStep(0, this.times.length);
	}

	/**
	 * Where the light of a star fell on the detector.
	 *
	 * @param columns in pixels, {@code NaN} where unknown
	 * @param rows in pixels, {@code NaN} where unknown
	 */
	public record Centroids(double[] columns, double[] rows) {

		public Centroids {
			columns = columns.clone();
			rows = rows.clone();
			if (columns.length != rows.length) {
				throw new IllegalArgumentException("as many columns as rows");
			}
		}

	}

	/** What the times count from. */
	public TimeSystem system() {
		return this.system;
	}

	/** How many points there are; at least one. */
	public int size() {
		return this.times.length;
	}

	/** When a point was measured, in days. */
	public double time(int point) {
		return this.times[point];
	}

	/** The relative flux of a point. */
	public double flux(int point) {
		return this.fluxes[point];
	}

	/** The number of a point's segment, from 0. */
	public int segment(int point) {
		return this.segments[point];
	}

	/** A copy of all times, in days. */
	public double[] times() {
		return this.times.clone();
	}

	/** A copy of all relative fluxes. */
	public double[] fluxes() {
		return this.fluxes.clone();
	}

	/** A copy of the standard deviations of the fluxes, if they were given. */
	public double @Nullable [] errors() {
		return (this.errors != null) ? this.errors.clone() : null;
	}

	/** A copy of the numbers of all segments. */
	public int[] segments() {
		return this.segments.clone();
	}

	/** Where the light fell, if that was given. */
	public @Nullable Centroids centroids() {
		return this.centroids;
	}

	/**
	 * The median step between neighbouring points, in days; 0 if there is only one.
	 */
	public double cadence() {
		return this.cadence;
	}

	/** From the first point to the last, in days. */
	public double span() {
		return this.times[size() - 1] - this.times[0];
	}

	/**
	 * The same points with other fluxes, as after a trend was taken out.
	 * @param other relative fluxes, finite, as many
	 */
	public LightCurve withFluxes(double[] other) {
		return new LightCurve(this.system, this.times, other, this.errors, this.segments, this.centroids);
	}

	private void check() {
		int size = this.times.length;
		boolean fits = size > 0 && this.fluxes.length == size && this.segments.length == size
				&& (this.errors == null || this.errors.length == size)
				&& (this.centroids == null || this.centroids.columns().length == size);
		if (!fits) {
			throw new IllegalArgumentException("as many of everything as times, and at least one");
		}
		for (int i = 0; i < size; i++) {
			if (!Double.isFinite(this.times[i]) || !Double.isFinite(this.fluxes[i])) {
				throw new IllegalArgumentException("point " + i + " is not finite");
			}
			if (i > 0 && (this.times[i] <= this.times[i - 1] || this.segments[i] < this.segments[i - 1])) {
				throw new IllegalArgumentException("point " + i + " is not after the one before");
			}
		}
	}

	/**
	 * The median step between neighbours among some points, in days; 0 if there is only
	 * one.
	 * @param from the first
	 * @param to the one after the last
	 */
	double medianStep(int from, int to) {
		double[] steps = new double[to - from - 1];
		for (int i = 0; i < steps.length; i++) {
			steps[i] = this.times[from + i + 1] - this.times[from + i];
		}
		Arrays.sort(steps);
		return (steps.length > 0) ? steps[steps.length / 2] : 0;
	}

}
