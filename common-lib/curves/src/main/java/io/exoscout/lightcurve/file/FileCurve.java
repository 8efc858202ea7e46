package io.exoscout.lightcurve.file;

import java.util.Arrays;
import java.util.Locale;

import io.exoscout.lightcurve.FluxUnit;
import io.exoscout.lightcurve.TimeSystem;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;

/**
 * The usable points of one file in ascending time, linear in flux.
 *
 * @param notes what was understood of the file
 * @param system what its times count from
 * @param unit what its fluxes were given in
 * @param rows how many points there were
 * @param empty how many of them lack a time or a flux
 * @param flagged how many of the others have a quality that excludes them
 * @param repeated how many of the others were at the same time as another
 * @param points time, flux, error, centroid column and row of each
 */
record FileCurve(FileNotes notes, TimeSystem system, FluxUnit unit, int rows, int empty, int flagged, int repeated,
		double[][] points) {

	/** More points at one time are no accident. */
	private static final double MOST_REPEATED = 0.1;

	/** Columns that only say whether a point is bad. */
	private static final String TRUTHS = "mask moving";

	/**
	 * Leaves out what can not be used.
	 * @throws ProblemException {@code no_finite_flux} or {@code ambiguous_table}
	 */
	static FileCurve of(RawCurve raw, CurveOptions options) {
		QualityMask mask = mask(raw, options);
		int[] kept = new int[raw.size()];
		int count = 0;
		int empty = 0;
		for (int i = 0; i < raw.size(); i++) {
			boolean measured = raw.measured(i);
			empty += measured ? 0 : 1;
			if (measured && !mask.excludes(raw.quality(i))) {
				kept[count++] = i;
			}
		}
		requireAny(raw, count, empty);
		FluxSpread spread = FluxSpread.of(raw, kept, count);
		FluxUnit unit = (options.unit() != null) ? options.unit() : FluxUnit.guess(raw.notes().flux(),
				raw.notes().unit(), spread.median(), spread.deviation(), spread.least());
		double[][] points = new double[count][];
		for (int i = 0; i < count; i++) {
			points[i] = point(raw, kept[i], unit);
		}
		Arrays.sort(points, FileCurve::inOrder);
		double[][] once = once(points);
		requireFewRepeated(raw, count, once.length);
		return new FileCurve(raw.notes(), raw.origin().system(), unit, raw.size(), empty, raw.size() - empty - count,
				count - once.length, once);
	}

	double first() {
		return this.points[0][0];
	}

	double last() {
		return this.points[this.points.length - 1][0];
	}

	private static QualityMask mask(RawCurve raw, CurveOptions options) {
		String quality = raw.notes().used().getOrDefault("quality", "").toLowerCase(Locale.ROOT);
		boolean truth = !quality.isEmpty() && TRUTHS.contains(quality);
		return QualityMask.of(options.qualityMask(), truth ? TimeSystem.RELATIVE : raw.origin().system());
	}

	private static double[] point(RawCurve raw, int i, FluxUnit unit) {
		double flux = unit.linear(raw.flux(i));
		if (!Double.isFinite(flux)) {
			throw new ProblemException(ErrorCode.AMBIGUOUS_TABLE,
					"%s: the flux %s can not be one in %s; leave such rows blank, or name the unit by 'unit'"
						.formatted(raw.notes().file(), raw.flux(i), unit.id()));
		}
		double error = unit.linearError(raw.error(i), flux);
		return new double[] { raw.time(i) + raw.origin().shift(), flux, (error > 0) ? error : Double.NaN, raw.column(i),
				raw.row(i) };
	}

	/** By time, then by all else, so that the order of rows makes no difference. */
	private static int inOrder(double[] one, double[] other) {
		return Arrays.compare(one, other);
	}

	/** Of points at one time the fainter half of them is passed over. */
	private static double[][] once(double[][] points) {
		double[][] once = new double[points.length][];
		int count = 0;
		for (int from = 0; from < points.length;) {
			int to = from + 1;
			while (to < points.length && points[to][0] == points[from][0]) {
				to++;
			}
			once[count++] = points[from + (to - from) / 2];
			from = to;
		}
		return Arrays.copyOf(once, count);
	}

	private static void requireAny(RawCurve raw, int count, int empty) {
		if (count > 0) {
			return;
		}
		int flagged = raw.size() - empty;
		throw new ProblemException(ErrorCode.NO_FINITE_FLUX,
				"Of the " + raw.size() + " points of file " + Quoted.of(raw.notes().file()) + " " + empty
						+ " lack a time or a number in column " + Quoted.of(raw.notes().flux()) + ", and " + flagged
						+ " have quality flags that exclude them. Choose another `flux`, or a milder `quality_mask`.",
				InputError.field("file", "no usable point"));
	}

	private static void requireFewRepeated(RawCurve raw, int count, int once) {
		if (count - once > MOST_REPEATED * count) {
			throw new ProblemException(ErrorCode.AMBIGUOUS_TABLE,
					"Of the " + count + " usable points of file " + Quoted.of(raw.notes().file()) + " " + (count - once)
							+ " are at the same time as another: it seems to hold several light "
							+ "curves. Send one of them alone.",
					InputError.field("file", "points at the same times"));
		}
	}

}
