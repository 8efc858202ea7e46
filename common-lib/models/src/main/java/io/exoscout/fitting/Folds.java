package io.exoscout.fitting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.exoscout.archive.StarName;
import io.exoscout.learning.Samples;
import io.exoscout.learning.Seed;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;

/**
 * Which fold each row is tested in. Stars are dealt out whole, those with the most uneven
 * classes first, each to the fold where it leaves the classes most evenly spread (the
 * scheme of scikit-learn's {@code StratifiedGroupKFold}).
 *
 * @param count how many folds
 * @param of the fold of each row, from 0; {@link #NOWHERE} for rows that are left out
 * @param stars how many stars there are
 */
public record Folds(int count, int[] of, int stars) {

	private static final int NOWHERE = -1;

	/**
	 * Deals out rows.
	 * @param samples the rows
	 * @param seed decides between equals
	 * @return five folds, or fewer where a class has fewer stars than that
	 * @throws ProblemException {@code UNUSABLE} if a class has rows of one star only
	 */
	public static Folds of(Samples samples, Seed seed) {
		List<StarRows> stars = stars(samples, IntStream.range(0, samples.size()));
		int[] having = having(stars, samples.classNames().size());
		for (int c = 0; c < having.length; c++) {
			if (having[c] < 2) {
				throw new ProblemException(ErrorCode.TOO_FEW_ROWS,
						"Class %s has rows of one star only; a model of it could not be tested. At least 2 stars are needed, %d are better."
							.formatted(samples.classNames().get(c), StarName.FOLDS));
			}
		}
		return deal(samples, stars, Math.min(StarName.FOLDS, fewest(having)), seed);
	}

	/**
	 * Deals out some of the rows; the others are in no fold.
	 * @param samples the rows
	 * @param rows the rows to deal out
	 * @param wanted how many folds
	 * @param seed decides between equals
	 * @return as many folds as wanted, fewer where a class has fewer stars than that, and
	 * none where one has less than two: then they could not be tested
	 */
	public static Folds within(Samples samples, int[] rows, int wanted, Seed seed) {
		List<StarRows> stars = stars(samples, IntStream.of(rows));
		int count = Math.min(wanted, fewest(having(stars, samples.classNames().size())));
		return deal(samples, stars, (count < 2) ? 0 : count, seed);
	}

	private static Folds deal(Samples samples, List<StarRows> stars, int count, Seed seed) {
		int[] of = new int[samples.size()];
		Arrays.fill(of, NOWHERE);
		if (count > 0) {
			shuffle(stars, seed.random());
			stars.sort(Comparator.comparingDouble(StarRows::unevenness).reversed());
			Dealer dealer = new Dealer(count, totals(stars, samples.classNames().size()));
			for (StarRows star : stars) {
				int fold = dealer.deal(star.classCounts());
				star.rows().forEach((row) -> of[row] = fold);
			}
		}
		return new Folds(count, of, stars.size());
	}

	/** The rows tested in a fold. */
	public int[] tested(int fold) {
		return IntStream.range(0, this.of.length).filter((row) -> this.of[row] == fold).toArray();
	}

	/** The rows a fold's model is fitted on. */
	public int[] trained(int fold) {
		return IntStream.range(0, this.of.length)
			.filter((row) -> this.of[row] != fold && this.of[row] != NOWHERE)
			.toArray();
	}

	private static List<StarRows> stars(Samples samples, IntStream rows) {
		TreeMap<String, StarRows> stars = new TreeMap<>();
		rows.forEach((row) -> {
			StarRows star = stars.computeIfAbsent(samples.stars()[row],
					(name) -> new StarRows(new ArrayList<>(), new int[samples.classNames().size()]));
			star.rows().add(row);
			star.classCounts()[samples.labels()[row]]++;
		});
		return new ArrayList<>(stars.values());
	}

	/** How many stars have rows of each class. */
	private static int[] having(List<StarRows> stars, int classes) {
		int[] having = new int[classes];
		for (StarRows star : stars) {
			for (int c = 0; c < classes; c++) {
				having[c] += (star.classCounts()[c] > 0) ? 1 : 0;
			}
		}
		return having;
	}

	private static int fewest(int[] having) {
		return IntStream.of(having).min().orElseThrow();
	}

	/** How many rows each class has. */
	private static int[] totals(List<StarRows> stars, int classes) {
		int[] totals = new int[classes];
		for (StarRows star : stars) {
			for (int c = 0; c < classes; c++) {
				totals[c] += star.classCounts()[c];
			}
		}
		return totals;
	}

	private static void shuffle(List<StarRows> stars, SplittableRandom random) {
		for (int i = stars.size() - 1; i > 0; i--) {
			int other = random.nextInt(i + 1);
			StarRows star = stars.get(i);
			stars.set(i, stars.get(other));
			stars.set(other, star);
		}
	}

	private record StarRows(List<Integer> rows, int[] classCounts) {

		double unevenness() {
			return deviation(IntStream.of(this.classCounts).asDoubleStream().toArray());
		}

	}

	/** Keeps account of what each fold has got. */
	private record Dealer(int[][] dealt, int[] totals) {

		Dealer(int folds, int[] totals) {
			this(new int[folds][totals.length], totals);
		}

		int deal(int[] classCounts) {
			int best = 0;
			double bestSpread = Double.POSITIVE_INFINITY;
			for (int fold = 0; fold < this.dealt.length; fold++) {
				add(fold, classCounts, 1);
				double spread = spread();
				add(fold, classCounts, -1);
				boolean equal = Math.abs(spread - bestSpread) < 1e-12;
				if (equal ? rows(fold) < rows(best) : spread < bestSpread) {
					best = fold;
					bestSpread = spread;
				}
			}
			add(best, classCounts, 1);
			return best;
		}

		private void add(int fold, int[] classCounts, int sign) {
			for (int c = 0; c < classCounts.length; c++) {
				this.dealt[fold][c] += sign * classCounts[c];
			}
		}

		/** How unevenly the folds share the classes, on average. */
		private double spread() {
			double sum = 0;
			double[] shares = new double[this.dealt.length];
			for (int c = 0; c < this.totals.length; c++) {
				for (int fold = 0; fold < shares.length; fold++) {
					shares[fold] = (double) this.dealt[fold][c] / this.totals[c];
				}
				sum += deviation(shares);
			}
			return sum;
		}

		private int rows(int fold) {
			return IntStream.of(this.dealt[fold]).sum();
		}

	}

	private static double deviation(double[] values) {
		double mean = 0;
		for (double value : values) {
			mean += value / values.length;
		}
		double squares = 0;
		for (double value : values) {
			squares += (value - mean) * (value - mean);
		}
		return Math.sqrt(squares / values.length);
	}

}
