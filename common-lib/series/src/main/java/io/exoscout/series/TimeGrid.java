package io.exoscout.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;

/**
 * Puts points on a regular grid. The step is the median of the differences between times.
 * A point is compared with the one before it and not with the first one: months of 28 to
 * 31 days, days of 23 to 25 hours and clocks that run a little fast stay on the grid
 * however long the series is. Where the difference is a whole number of steps larger than
 * one, values are missing and a new run begins.
 */
public final class TimeGrid {

	/** By how many steps a point may be early or late. */
	public static final double TOLERANCE = 0.25;

	/** If more of the differences are no whole number of steps, there is no grid. */
	private static final double IRREGULAR = 0.1;

	/** Squares of larger values, and sums of these, would leave the range of numbers. */
	public static final double LARGEST = 1e100;

	private final double step;

	private final double[] times;

	private final double[] values;

	private final int[] places;

	private final int size;

	private final int duplicates;

	private final List<GridRun> runs = new ArrayList<>();

	private int gaps;

	private long missing;

	private int offGrid;

	private TimeGrid(double[] times, double[] values, double step) {
		int[] order = order(times, values);
		this.times = new double[order.length];
		this.values = new double[order.length];
		this.places = new int[order.length];
		this.size = merge(times, values, order);
		this.duplicates = order.length - this.size;
		this.step = (step > 0) ? step : median();
	}

	/**
	 * Puts points on the grid that they themselves suggest.
	 * @param times finite, in any order and unit
	 * @param values one for each; {@code NaN} where there is none
	 * @return the series
	 * @throws ProblemException {@code UNUSABLE} (code {@code irregular_series}) if there
	 * is no grid, {@code too_few_points} if there are not two times, or
	 * {@code invalid_series} if a value is too large
	 */
	public static RegularSeries of(double[] times, double[] values) {
		return new TimeGrid(times, values, 0).split();
	}

	/**
	 * Puts points on a grid whose step is known, as that of the points a model was
	 * trained on.
	 * @see #of(double[], double[])
	 */
	public static RegularSeries of(double[] times, double[] values, double step) {
		return new TimeGrid(times, values, step).split();
	}

	/** The places of points that have a value, by time. */
	private static int[] order(double[] times, double[] values) {
		int[] known = IntStream.range(0, times.length).filter((i) -> !Double.isNaN(values[i])).toArray();
		boolean sorted = IntStream.range(1, known.length).allMatch((i) -> times[known[i - 1]] <= times[known[i]]);
		return sorted ? known
				: Arrays.stream(known)
					.boxed()
					.sorted(Comparator.comparingDouble((place) -> times[place]))
					.mapToInt(Integer::intValue)
					.toArray();
	}

	/** Gives points of one time their mean; returns how many times there are. */
	private int merge(double[] sentTimes, double[] sentValues, int[] order) {
		int count = 0;
		int same = 0;
		for (int place : order) {
			double value = sentValues[place];
			requireSquare(value);
			if (count > 0 && this.times[count - 1] == sentTimes[place]) {
				same++;
				this.values[count - 1] += (value - this.values[count - 1]) / (same + 1);
				continue;
			}
			same = 0;
			this.times[count] = sentTimes[place];
			this.values[count] = value;
			this.places[count] = place;
			count++;
		}
		return count;
	}

	private static void requireSquare(double value) {
		if (!(Math.abs(value) <= LARGEST)) {
			throw new ProblemException(ErrorCode.INVALID_SERIES,
					"The series has the value %s; values from -1e100 to 1e100 can be worked with.".formatted(value));
		}
	}

	private double median() {
		if (this.size < 2) {
			throw new ProblemException(ErrorCode.TOO_FEW_POINTS,
					"The series has values at %d times; a step from one to the next needs 2.".formatted(this.size));
		}
		double[] differences = new double[this.size - 1];
		for (int i = 1; i < this.size; i++) {
			differences[i - 1] = this.times[i] - this.times[i - 1];
		}
		Arrays.sort(differences);
		return differences[differences.length / 2];
	}

	private RegularSeries split() {
		if (this.size == 0) {
			throw new ProblemException(ErrorCode.TOO_FEW_POINTS, "The series has no value at all.");
		}
		Draft run = new Draft();
		run.add(0);
		for (int i = 1; i < this.size; i++) {
			double steps = (this.times[i] - run.last()) / this.step;
			double whole = Math.rint(steps);
			boolean fits = whole >= 1 && Math.abs(steps - whole) <= TOLERANCE;
			this.offGrid += fits ? 0 : 1;
			if (steps < 1 - TOLERANCE) {
				continue;
			}
			if (!fits || whole > 1) {
				this.gaps++;
				this.missing += (long) Math.max(0, whole - 1);
				this.runs.add(run.done());
				run = new Draft();
			}
			run.add(i);
		}
		this.runs.add(run.done());
		if (this.offGrid > IRREGULAR * this.size) {
			throw new ProblemException(ErrorCode.IRREGULAR_SERIES,
					"The series is on no regular grid: the step is %s, and %d of %d points are off it by more than a quarter of it. Bring it to equal steps first."
						.formatted(this.step, this.offGrid, this.size));
		}
		return new RegularSeries(this.step, this.runs, this.gaps, this.missing, this.duplicates, this.offGrid);
	}

	/** A run that is not at its end. */
	private final class Draft {

		private int[] members = new int[16];

		private int count;

		void add(int member) {
			if (this.count == this.members.length) {
				this.members = Arrays.copyOf(this.members, 2 * this.count);
			}
			this.members[this.count++] = member;
		}

		double last() {
			return TimeGrid.this.times[this.members[this.count - 1]];
		}

		GridRun done() {
			double[] taken = new double[this.count];
			int[] from = new int[this.count];
			for (int i = 0; i < this.count; i++) {
				taken[i] = TimeGrid.this.values[this.members[i]];
				from[i] = TimeGrid.this.places[this.members[i]];
			}
			return new GridRun(TimeGrid.this.times[this.members[0]], last(), taken, from);
		}

	}

}
