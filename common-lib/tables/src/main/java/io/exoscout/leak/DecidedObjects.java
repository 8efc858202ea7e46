package io.exoscout.leak;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import io.exoscout.archive.NameHash;
import io.exoscout.archive.StarName;

/**
 * Objects with a verdict, dealt out to five folds by the hash of their stars' names. Asks
 * of a column, cut into bins, how well it alone tells planets from the rest on stars it
 * has not seen.
 *
 * @param planets whether each is a planet
 * @param folds the fold of each
 * @param planetCount how many planets there are
 */
public record DecidedObjects(boolean[] planets, int[] folds, int planetCount) {

	/** With fewer objects, a good and honest column may look like a leak by luck. */
	public static final int FEWEST = 200;

	/** So many of either class, at least. */
	public static final int FEWEST_OF_CLASS = 30;

	static DecidedObjects of(boolean[] planets, String[] stars) {
		int[] folds = Arrays.stream(stars)
			.mapToInt((star) -> (int) Long.remainderUnsigned(NameHash.of(star), StarName.FOLDS))
			.toArray();
		int count = (int) IntStream.range(0, planets.length).filter((i) -> planets[i]).count();
		return new DecidedObjects(planets, folds, count);
	}

	int size() {
		return this.planets.length;
	}

	/** Whether there are enough to judge a column by. */
	boolean suffice() {
		return size() >= FEWEST && Math.min(this.planetCount, size() - this.planetCount) >= FEWEST_OF_CLASS;
	}

	/**
	 * Area under the ROC curve of a column. Each bin is ranked by the share of planets it
	 * has in the other folds; the figure is the mean over folds, weighted by their
	 * objects, because shares learnt from different folds are not on one scale: pooled, a
	 * column that says nothing would get less than 0.5.
	 * @param bins the column
	 * @return from 0 to 1, 0.5 when it tells nothing
	 */
	double rocAuc(ColumnBins bins) {
		int[][] planets = new int[StarName.FOLDS][bins.count()];
		int[][] others = new int[StarName.FOLDS][bins.count()];
		for (int i = 0; i < this.planets.length; i++) {
			(this.planets[i] ? planets : others)[this.folds[i]][bins.of()[i]]++;
		}
		int[] allPlanets = total(planets);
		int[] allOthers = total(others);
		double sum = 0;
		int judged = 0;
		for (int fold = 0; fold < StarName.FOLDS; fold++) {
			int rows = Arrays.stream(planets[fold]).sum() + Arrays.stream(others[fold]).sum();
			double area = area(planets[fold], others[fold],
					shares(minus(allPlanets, planets[fold]), minus(allOthers, others[fold])));
			if (!Double.isNaN(area)) {
				sum += area * rows;
				judged += rows;
			}
		}
		return (judged == 0) ? 0.5 : sum / judged;
	}

	/**
	 * Whether a figure is above a threshold beyond chance: by twice its standard error
	 * (Hanley &amp; McNeil 1982).
	 */
	boolean exceeds(double area, double threshold) {
		double positives = this.planetCount;
		double negatives = size() - positives;
		double squared = area * area;
		double variance = (area * (1 - area) + (positives - 1) * (area / (2 - area) - squared)
				+ (negatives - 1) * (2 * squared / (1 + area) - squared)) / (positives * negatives);
		return area - 2 * Math.sqrt(Math.max(0, variance)) > threshold;
	}

	/** The share of planets in each bin; one made-up object keeps small bins modest. */
	private static double[] shares(int[] planets, int[] others) {
		double allPlanets = Arrays.stream(planets).sum();
		double overall = allPlanets / Math.max(1, allPlanets + Arrays.stream(others).sum());
		double[] shares = new double[planets.length];
		for (int bin = 0; bin < shares.length; bin++) {
			shares[bin] = (planets[bin] + overall) / (planets[bin] + others[bin] + 1);
		}
		return shares;
	}

	/** The area when bins are ranked by score; {@code NaN} without one of the classes. */
	private static double area(int[] planets, int[] others, double[] scores) {
		int[] order = IntStream.range(0, scores.length)
			.boxed()
			.sorted(Comparator.comparingDouble((bin) -> scores[bin]))
			.mapToInt(Integer::intValue)
			.toArray();
		RocArea area = new RocArea();
		for (int at = 0, next; at < order.length; at = next) {
			int here = 0;
			int equal = 0;
			for (next = at; next < order.length && scores[order[next]] == scores[order[at]]; next++) {
				here += planets[order[next]];
				equal += others[order[next]];
			}
			area.add(here, equal);
		}
		return area.value();
	}

	private static int[] total(int[][] counts) {
		return IntStream.range(0, counts[0].length)
			.map((bin) -> Arrays.stream(counts).mapToInt((fold) -> fold[bin]).sum())
			.toArray();
	}

	private static int[] minus(int[] all, int[] some) {
		return IntStream.range(0, all.length).map((bin) -> all[bin] - some[bin]).toArray();
	}

}
