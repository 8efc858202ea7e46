package io.exoscout.lightcurve.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.exoscout.csv.Numbers;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;

/**
 * Tells columns without names apart by their first values: times rise in almost every
 * step, and fluxes do not.
 */
final class NamelessColumns {

	/** So many rows are looked at. */
	static final int ENOUGH = 500;

	/** Times rise in this share of the steps; fluxes in about half of them. */
	private static final double RISES = 0.9;

	private final List<double[]> rows = new ArrayList<>();

	/** Takes a row. */
	void look(String[] cells) {
		this.rows.add(Arrays.stream(cells).mapToDouble(Numbers::precise).toArray());
	}

	/**
	 * The columns of time and flux, and of an error behind them.
	 * @param timeless whether the flux may stand alone
	 */
	CurveColumns chosen(boolean timeless) {
		int count = this.rows.isEmpty() ? 0 : this.rows.get(0).length;
		List<Integer> numeric = IntStream.range(0, count).filter(this::numeric).boxed().toList();
		List<Integer> rising = numeric.stream().filter(this::rises).toList();
		if (rising.size() > 1) {
			throw new ProblemException(ErrorCode.AMBIGUOUS_TABLE,
					"The columns have no names, and those at positions " + rising.stream().map((i) -> i + 1).toList()
							+ " all rise as times do. Add a first line with names such as time,flux,flux_err.",
					InputError.field("file", "several columns may hold times"));
		}
		if (rising.isEmpty() && !(timeless && numeric.size() == 1)) {
			throw new ProblemException(
					ErrorCode.NO_TIME_COLUMN, "The columns have no names, and none of the " + count
							+ " rises as times do. Add a first line with " + "names such as time,flux,flux_err.",
					InputError.field("file", "no column of times"));
		}
		int time = rising.isEmpty() ? -1 : rising.get(0);
		List<Integer> others = numeric.stream().filter((i) -> i != time).toList();
		if (others.isEmpty()) {
			throw new ProblemException(ErrorCode.NO_FLUX_COLUMN,
					"Beside the times there is no column of numbers that could hold fluxes.",
					InputError.field("file", "no column of fluxes"));
		}
		if (others.size() > 2) {
			throw new ProblemException(ErrorCode.AMBIGUOUS_TABLE,
					"The columns have no names, and beside the times " + others.size() + " of them hold numbers. Add a "
							+ "first line with names such as time,flux,flux_err.",
					InputError.field("file", "several columns may hold fluxes"));
		}
		return new CurveColumns(time, others.get(0), (others.size() == 2) ? others.get(1) : -1, -1, -1, -1);
	}

	private boolean numeric(int column) {
		return this.rows.stream().filter((row) -> !Double.isNaN(row[column])).count() * 2 > this.rows.size();
	}

	private boolean rises(int column) {
		int steps = 0;
		int rises = 0;
		for (int i = 1; i < this.rows.size(); i++) {
			double step = this.rows.get(i)[column] - this.rows.get(i - 1)[column];
			steps += Double.isNaN(step) ? 0 : 1;
			rises += (step > 0) ? 1 : 0;
		}
		return steps > 0 && rises >= RISES * steps;
	}

}
