package io.exoscout.form;

import java.util.List;

import io.exoscout.csv.Numbers;

/**
 * What the cells of each column look like: blank, text, or a number of a size, sign and
 * number of decimals. By that a row with too few or too many cells can be told from one
 * whose cells stand under the wrong columns: a lost cell in the middle moves all that
 * follow, and they look better where they were.
 */
final class CellShapes {

	/**
	 * Likelihood, as a logarithm, by which another reading has to be better: a thousand.
	 */
	private static final double BETTER = Math.log(1000);

	private static final int BLANK = 0;

	private static final int TEXT = 1;

	private static final int SIZES = 16;

	private static final int DECIMALS = 8;

	private static final int SHAPES = 2 + 2 * SIZES * DECIMALS;

	private final int[][] counts;

	private int rows;

	CellShapes(int columns) {
		this.counts = new int[columns][SHAPES];
	}

	void add(List<String> cells) {
		this.rows++;
		for (int i = 0; i < this.counts.length; i++) {
			this.counts[i][(i < cells.size()) ? shape(cells.get(i)) : BLANK]++;
		}
	}

	/**
	 * Whether a shorter row fits much better when the missing cells are not its last
	 * ones.
	 * @param cells fewer than columns
	 */
	boolean lacksInside(List<String> cells) {
		int columns = this.counts.length;
		int missing = columns - cells.size();
		double[] moved = new double[cells.size() + 1];
		for (int i = cells.size() - 1; i >= 0; i--) {
			moved[i] = moved[i + 1] + fit(i + missing, shape(cells.get(i)));
		}
		double before = 0;
		double gap = 0;
		for (int i = 0; i < missing; i++) {
			gap += fit(i, BLANK);
		}
		double best = Double.NEGATIVE_INFINITY;
		for (int at = 0; at < cells.size(); at++) {
			best = Math.max(best, before + gap + moved[at]);
			before += fit(at, shape(cells.get(at)));
			gap += fit(at + missing, BLANK) - fit(at, BLANK);
		}
		return best > before + gap + BETTER;
	}

	/**
	 * Whether a shorter row is another kind of line: text where the column has numbers,
	 * or the other way round.
	 * @param cells fewer than columns
	 */
	boolean foreign(List<String> cells) {
		int filled = 0;
		int foreign = 0;
		for (int i = 0; i < cells.size() && i < this.counts.length; i++) {
			int shape = shape(cells.get(i));
			if (shape != BLANK) {
				long texts = this.counts[i][TEXT];
				long numbers = this.rows - texts - this.counts[i][BLANK];
				long like = (shape == TEXT) ? texts : numbers;
				filled++;
				foreign += (20 * like < texts + numbers) ? 1 : 0;
			}
		}
		return 4 * foreign > filled;
	}

	/**
	 * Whether a longer row fits much better when the surplus cells are not its last ones.
	 * @param cells more than columns
	 * @param columns how many there should be
	 */
	boolean surplusInside(List<String> cells, int columns) {
		int surplus = cells.size() - columns;
		double[] moved = new double[columns + 1];
		for (int i = columns - 1; i >= 0; i--) {
			moved[i] = moved[i + 1] + fit(i, shape(cells.get(i + surplus)));
		}
		double before = 0;
		double best = Double.NEGATIVE_INFINITY;
		for (int at = 0; at < columns; at++) {
			best = Math.max(best, before + moved[at]);
			before += fit(at, shape(cells.get(at)));
		}
		return best > before + BETTER;
	}

	private double fit(int column, int shape) {
		return Math.log((this.counts[column][shape] + 0.5) / (this.rows + 1.0));
	}

	private static int shape(String cell) {
		if (cell.isEmpty()) {
			return BLANK;
		}
		float value = Numbers.parse(cell.indexOf(',') < 0 ? cell : cell.replace(',', '.'));
		if (Float.isNaN(value)) {
			return TEXT;
		}
		int size = Math.max(0, Math.min(SIZES - 1, (Math.getExponent(value) + 30) / 4));
		int point = Math.max(cell.indexOf('.'), cell.indexOf(','));
		int decimals = (point < 0) ? 0 : Math.min(DECIMALS - 1, cell.length() - point - 1);
		return 2 + ((value < 0) ? SIZES * DECIMALS : 0) + size * DECIMALS + decimals;
	}

}
