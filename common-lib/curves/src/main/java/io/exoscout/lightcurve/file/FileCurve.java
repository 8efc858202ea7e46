package io.exoscout.lightcurve.file;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

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
 * @param empty how many of them lack a time or a flux, or have a number that stands for
 * none
 * @param flagged how many of the others have a quality that excludes them
 * @param repeated how many of the others were at the same time as another
 * @param columns times, fluxes, errors, centroid columns and rows of the points
 */
record FileCurve(FileNotes notes, TimeSystem system, FluxUnit unit, int rows, int empty, int flagged, int repeated,
		double[][] columns) {

	/** More points at one time are no accident. */
	private static final double MOST_REPEATED = 0.1;

	private static final int COLUMNS = 5;

	/** Columns that only say whether a point is bad. */
	private static final Set<String> TRUTHS = Set.of("mask", "moving", "bad", "is_bad", "outlier", "is_outlier");

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
		int told = told(raw, kept, count, unit, spread);
		empty += count - told;
		count = told;
		double[][] columns = new double[COLUMNS][count];
		for (int i = 0; i < count; i++) {
			set(raw, kept[i], unit, columns, i);
		}
		double[][] once = once(inOrder(columns));
		requireFewRepeated(raw, count, once[0].length);
		return new FileCurve(raw.notes(), raw.origin().system(), unit, raw.size(), empty, raw.size() - empty - count,
				count - once[0].length, once);
	}

	/** How many points are left. */
	int size() {
		return this.columns[0].length;
	}

	double first() {
		return this.columns[0][0];
	}

	double last() {
		return this.columns[0][size() - 1];
	}

	/**
	 * Moves those to the front whose flux is no number that stands for none.
	 * @return how many these are
	 */
	private static int told(RawCurve raw, int[] kept, int count, FluxUnit unit, FluxSpread spread) {
		int told = 0;
		for (int i = 0; i < count; i++) {
			if (!unit.isPlaceholder(raw.flux(kept[i]), spread.median(), spread.deviation())) {
				kept[told++] = kept[i];
			}
		}
		return told;
	}

	private static QualityMask mask(RawCurve raw, CurveOptions options) {
		String quality = raw.notes().used().getOrDefault("quality", "").toLowerCase(Locale.ROOT);
		return QualityMask.of(options.qualityMask(),
				TRUTHS.contains(quality) ? TimeSystem.RELATIVE : raw.origin().system());
	}

	private static void set(RawCurve raw, int i, FluxUnit unit, double[][] columns, int at) {
		double flux = unit.linear(raw.flux(i));
		if (!Double.isFinite(flux)) {
			throw new ProblemException(ErrorCode.AMBIGUOUS_TABLE,
					"%s: the flux %s can not be one in %s; leave such rows blank, or name the unit by 'unit'"
						.formatted(raw.notes().file(), raw.flux(i), unit.id()));
		}
		double error = unit.linearError(raw.error(i), flux);
		columns[0][at] = raw.time(i) + raw.origin().shift();
		columns[1][at] = flux;
		columns[2][at] = (error > 0) ? error : Double.NaN;
		columns[3][at] = raw.column(i);
		columns[4][at] = raw.row(i);
	}

	/** By time, then by all else, so that the order of rows makes no difference. */
	private static double[][] inOrder(double[][] columns) {
		double[] times = columns[0];
		boolean ascending = true;
		for (int i = 1; i < times.length && ascending; i++) {
			ascending = times[i] > times[i - 1];
		}
		return ascending ? columns : gathered(columns, sorted(columns));
	}

	private static int[] sorted(double[][] columns) {
		Integer[] order = new Integer[columns[0].length];
		Arrays.setAll(order, (i) -> i);
		Arrays.sort(order, (one, other) -> {
			int compared = 0;
			for (int i = 0; i < columns.length && compared == 0; i++) {
				compared = Double.compare(columns[i][one], columns[i][other]);
			}
			return compared;
		});
		return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
	}

	/** Of points at one time the fainter half of them is passed over. */
	private static double[][] once(double[][] columns) {
		double[] times = columns[0];
		int[] once = new int[times.length];
		int count = 0;
		for (int from = 0; from < times.length;) {
			int to = from + 1;
			while (to < times.length && times[to] == times[from]) {
				to++;
			}
			once[count++] = from + (to - from) / 2;
			from = to;
		}
		return (count == times.length) ? columns : gathered(columns, Arrays.copyOf(once, count));
	}

	/** Some points, in an order; one column after the other, as there may be many. */
	private static double[][] gathered(double[][] columns, int[] order) {
		double[][] gathered = new double[columns.length][];
		for (int column = 0; column < columns.length; column++) {
			double[] values = new double[order.length];
			for (int i = 0; i < values.length; i++) {
				values[i] = columns[column][order[i]];
			}
			gathered[column] = values;
		}
		return gathered;
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
