package io.exoscout.lightcurve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.exoscout.lightcurve.LightCurve.Centroids;
import org.jspecify.annotations.Nullable;

/**
 * One cadence for a curve that was observed at several, such as a sector of two minutes
 * after one of thirty: what was observed more often is averaged. How many points a
 * transit has, how long it is blurred and how much red noise there is then means the same
 * in all of the curve.
 */
public final class EvenCadence {

	/** Cadences that differ by less are one. */
	private static final double ALIKE = 1.5;

	/** Fewer points say nothing of how a telescope observed. */
	private static final int FEWEST = 50;

	/** A mean of less than this share of the points that it could have is left out. */
	private static final double FULL = 0.5;

	/**
	 * Of a mean's time: points at its edge fall to one side, however times are rounded.
	 */
	private static final double EDGE = 1e-3;

	private final LightCurve curve;

	private final double @Nullable [] errors;

	private final double @Nullable [] centroidColumns;

	private final double @Nullable [] centroidRows;

	private final double cadence;

	private final double[][] columns;

	private final int[] segments;

	private int size;

	private EvenCadence(LightCurve curve, double cadence) {
		Centroids centroids = curve.centroids();
		this.curve = curve;
		this.errors = curve.errors();
		this.centroidColumns = (centroids != null) ? centroids.columns() : null;
		this.centroidRows = (centroids != null) ? centroids.rows() : null;
		this.cadence = cadence;
		this.columns = new double[5][curve.size()];
		this.segments = new int[curve.size()];
	}

	/** The same curve, with means where points are closer than elsewhere. */
	public static LightCurve of(LightCurve curve) {
		List<Stretch> stretches = stretches(curve);
		double cadence = stretches.stream()
			.filter((stretch) -> stretch.to - stretch.from >= FEWEST)
			.mapToDouble(Stretch::step)
			.max()
			.orElse(0);
		if (stretches.stream().noneMatch((stretch) -> stretch.isFiner(cadence))) {
			return curve;
		}
		EvenCadence even = new EvenCadence(curve, cadence);
		stretches.forEach(even::add);
		return even.curve();
	}

	/**
	 * Points without a gap between them.
	 *
	 * @param from the first
	 * @param to the one after the last
	 * @param step the median of their steps, in days; 0 for a single one
	 */
	private record Stretch(int from, int to, double step) {

		boolean isFiner(double cadence) {
			return this.step > 0 && ALIKE * this.step < cadence;
		}

	}

	private static List<Stretch> stretches(LightCurve curve) {
		List<Stretch> stretches = new ArrayList<>();
		int from = 0;
		for (int i = 1; i <= curve.size(); i++) {
			if (i == curve.size() || curve.time(i) - curve.time(i - 1) > LightCurve.GAP) {
				stretches.add(new Stretch(from, i, curve.medianStep(from, i)));
				from = i;
			}
		}
		return stretches;
	}

	private void add(Stretch stretch) {
		if (!stretch.isFiner(this.cadence)) {
			for (int i = stretch.from; i < stretch.to; i++) {
				mean(i, i + 1);
			}
			return;
		}
		double fewest = FULL * this.cadence / stretch.step;
		for (int from = stretch.from; from < stretch.to;) {
			int to = from + 1;
			while (to < stretch.to && bin(to) == bin(from) && this.curve.segment(to) == this.curve.segment(from)) {
				to++;
			}
			if (to - from >= fewest) {
				mean(from, to);
			}
			from = to;
		}
	}

	private long bin(int point) {
		return (long) Math.floor((this.curve.time(point) - this.curve.time(0)) / this.cadence + EDGE);
	}

	private void mean(int from, int to) {
		double count = to - from;
		for (int i = from; i < to; i++) {
			this.columns[0][this.size] += (this.curve.time(i) - this.curve.time(from)) / count;
			this.columns[1][this.size] += this.curve.flux(i) / count;
			this.columns[2][this.size] += square(this.errors, i);
			this.columns[3][this.size] += of(this.centroidColumns, i) / count;
			this.columns[4][this.size] += of(this.centroidRows, i) / count;
		}
		this.columns[0][this.size] += this.curve.time(from);
		this.columns[2][this.size] = Math.sqrt(this.columns[2][this.size]) / count;
		this.segments[this.size++] = this.curve.segment(from);
	}

	private static double square(double @Nullable [] values, int i) {
		return of(values, i) * of(values, i);
	}

	private static double of(double @Nullable [] values, int i) {
		return (values != null) ? values[i] : Double.NaN;
	}

	private LightCurve curve() {
		double[][] cut = Arrays.stream(this.columns)
			.map((column) -> Arrays.copyOf(column, this.size))
			.toArray(double[][]::new);
		return new LightCurve(this.curve.system(), cut[0], cut[1], (this.errors != null) ? cut[2] : null,
				Arrays.copyOf(this.segments, this.size),
				(this.centroidColumns != null) ? new Centroids(cut[3], cut[4]) : null);
	}

}
