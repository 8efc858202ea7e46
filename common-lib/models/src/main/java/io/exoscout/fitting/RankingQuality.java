package io.exoscout.fitting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import io.exoscout.leak.RocArea;
import io.exoscout.result.ReliabilityBin;

/**
 * How well a score tells the rows of a class from the others. Rows of equal score come
 * together, so no figure depends on the order of the rows. The scores are sorted once;
 * {@link #weighted} then counts each row as often as a resample has it.
 */
public final class RankingQuality {

	private static final int BINS = 15;

	/** The different scores, lowest first. */
	private final double[] scores;

	/** Where each row is counted. */
	private final int[] cells;

	/** For each score the rows not of the class, then those of the class. */
	private final int[] counts;

	private final long allHits;

	private final long rows;

	private RankingQuality(double[] scores, int[] cells, int[] weights) {
		this.scores = scores;
		this.cells = cells;
		this.counts = new int[2 * scores.length];
		for (int row = 0; row < cells.length; row++) {
			this.counts[cells[row]] += weights[row];
		}
		long found = 0;
		long others = 0;
		for (int i = 0; i < scores.length; i++) {
			found += hits(i);
			others += misses(i);
		}
		this.allHits = found;
		this.rows = found + others;
	}

	/**
	 * Sorts rows by their score.
	 * @param positive which rows are of the class
	 * @param scores each row's score, higher for rows that rather are of the class
	 * @return the figures, each row counting once
	 * @throws IllegalArgumentException if a score is {@code NaN}
	 */
	public static RankingQuality of(boolean[] positive, double[] scores) {
		double[] distinct = distinct(scores);
		int[] cells = new int[scores.length];
		for (int row = 0; row < cells.length; row++) {
			cells[row] = 2 * Arrays.binarySearch(distinct, scores[row] + 0.0) + (positive[row] ? 1 : 0);
		}
		int[] once = new int[scores.length];
		Arrays.fill(once, 1);
		return new RankingQuality(distinct, cells, once);
	}

	/**
	 * The same rows in other numbers.
	 * @param weights how often each row counts, 0 or more
	 * @return the figures of these
	 */
	public RankingQuality weighted(int[] weights) {
		return new RankingQuality(this.scores, this.cells, weights);
	}

	/**
	 * Area under the ROC curve: how likely a random row of the class has a higher score
	 * than a random other one, equal scores counting half.
	 * @return 0 to 1; empty where no row is of the class, or every row
	 */
	public OptionalDouble rocAuc() {
		if (!hasBoth()) {
			return OptionalDouble.empty();
		}
		RocArea area = new RocArea();
		for (int i = 0; i < this.scores.length; i++) {
			area.add(hits(i), misses(i));
		}
		return OptionalDouble.of(area.value());
	}

	/**
	 * Average precision: the precision down to each row of the class, averaged over them.
	 * @return 0 to 1; empty where no row is of the class, or every row
	 */
	public OptionalDouble averagePrecision() {
		if (!hasBoth()) {
			return OptionalDouble.empty();
		}
		long called = 0;
		long found = 0;
		double sum = 0;
		for (int i = this.scores.length - 1; i >= 0; i--) {
			called += hits(i) + misses(i);
			found += hits(i);
			if (hits(i) > 0) {
				sum += hits(i) * ((double) found / called);
			}
		}
		return OptionalDouble.of(sum / this.allHits);
	}

	/**
	 * The highest share of the class that any threshold finds with at least the given
	 * precision.
	 * @param precision share of the rows above the threshold that have to be of the class
	 * @return 0 (no threshold is that precise) to 1; empty where no row is of the class
	 */
	public OptionalDouble recallAtPrecision(double precision) {
		long called = 0;
		long found = 0;
		long best = 0;
		for (int i = this.scores.length - 1; i >= 0; i--) {
			called += hits(i) + misses(i);
			found += hits(i);
			// the quotient of 99 and 100 is the number written 0.99, a product may not be
			if (called > 0 && (double) found / called >= precision) {
				best = found;
			}
		}
		return (this.allHits == 0) ? OptionalDouble.empty() : OptionalDouble.of((double) best / this.allHits);
	}

	/**
	 * The share of the class among the rows of the highest scores. Of the rows that share
	 * the last place it takes the expected share.
	 * @param top how many rows, 1 or more
	 * @return 0 to 1; empty where there are fewer rows
	 */
	public OptionalDouble precisionAt(int top) {
		if (top > this.rows) {
			return OptionalDouble.empty();
		}
		double found = 0;
		long left = top;
		for (int i = this.scores.length - 1; left > 0; i--) {
			long here = hits(i) + misses(i);
			found += (here > left) ? (double) left * hits(i) / here : hits(i);
			left -= Math.min(here, left);
		}
		return OptionalDouble.of(found / top);
	}

	/**
	 * Mean squared error of scores that are probabilities (Brier 1950).
	 * @return 0 to 1; {@code NaN} without rows
	 */
	public double brier() {
		double sum = 0;
		for (int i = 0; i < this.scores.length; i++) {
			double score = this.scores[i];
			sum += hits(i) * (1 - score) * (1 - score) + misses(i) * score * score;
		}
		return sum / this.rows;
	}

	/**
	 * Expected calibration error of scores that are probabilities: the distance between
	 * said and found in 15 bins of equal width, each row counting once (Naeini et al.
	 * 2015).
	 * @return 0 to 1
	 * @throws IllegalStateException if a score is no probability
	 */
	public double calibrationError() {
		return reliability().stream().mapToDouble((bin) -> bin.rows() * bin.gap()).sum() / this.rows;
	}

	/**
	 * How often what was called 70 % likely is so.
	 * @return those of the 15 bins that hold rows, lowest first
	 * @throws IllegalStateException if a score is no probability
	 */
	public List<ReliabilityBin> reliability() {
		long[] counts = new long[BINS];
		long[] found = new long[BINS];
		double[] said = new double[BINS];
		for (int i = 0; i < this.scores.length; i++) {
			int bin = bin(this.scores[i]);
			long here = hits(i) + misses(i);
			counts[bin] += here;
			found[bin] += hits(i);
			said[bin] += here * this.scores[i];
		}
		List<ReliabilityBin> bins = new ArrayList<>();
		for (int bin = 0; bin < BINS; bin++) {
			if (counts[bin] > 0) {
				bins.add(new ReliabilityBin((double) bin / BINS, (bin + 1.0) / BINS, counts[bin],
						said[bin] / counts[bin], (double) found[bin] / counts[bin]));
			}
		}
		return bins;
	}

	private int hits(int score) {
		return this.counts[2 * score + 1];
	}

	private int misses(int score) {
		return this.counts[2 * score];
	}

	private boolean hasBoth() {
		return this.allHits > 0 && this.allHits < this.rows;
	}

	private static int bin(double score) {
		if (score < 0 || score > 1) {
			throw new IllegalStateException(score + " is no probability");
		}
		return Math.min((int) (score * BINS), BINS - 1);
	}

	private static double[] distinct(double[] scores) {
		double[] sorted = new double[scores.length];
		for (int row = 0; row < sorted.length; row++) {
			if (Double.isNaN(scores[row])) {
				throw new IllegalArgumentException("Row " + row + " has no score");
			}
			sorted[row] = scores[row] + 0.0; // makes -0 a 0
		}
		Arrays.sort(sorted);
		return IntStream.range(0, sorted.length)
			.filter((i) -> i == 0 || sorted[i] != sorted[i - 1])
			.mapToDouble((i) -> sorted[i])
			.toArray();
	}

}
