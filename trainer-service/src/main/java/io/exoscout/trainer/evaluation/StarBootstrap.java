package io.exoscout.trainer.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

import io.exoscout.fitting.RankingQuality;

/**
 * Resamples rows by star (Efron 1979; by cluster: Field &amp; Welsh 2007): as many stars
 * as there are, drawn with replacement, each with all its rows, because rows of one star
 * are not independent of each other. What is drawn depends on the names of the stars and
 * on the seed, not on the order of the rows.
 */
public final class StarBootstrap {

	private static final int RESAMPLES = 1_000;

	/** Fewer make no 95 % interval: each end would hang on one or two resamples. */
	private static final int FEWEST = 100;

	/** So many rows in all resamples together take a second or so. */
	private static final long ROW_BUDGET = 50_000_000;

	/** The star of each row. */
	private final int[] star;

	private final int stars;

	private final long seed;

	/**
	 * A bootstrap.
	 * @param stars name of each row's star
	 * @param seed where the randomness starts
	 */
	public StarBootstrap(String[] stars, long seed) {
		String[] names = Arrays.stream(stars).distinct().sorted().toArray(String[]::new);
		this.star = Arrays.stream(stars).mapToInt((name) -> Arrays.binarySearch(names, name)).toArray();
		this.stars = names.length;
		this.seed = seed;
	}

	/** How often is drawn: 1,000 times, less often where there are over 50,000 rows. */
	public int resamples() {
		return (int) Math.max(FEWEST, Math.min(RESAMPLES, ROW_BUDGET / Math.max(1, this.star.length)));
	}

	/**
	 * Computes figures of every resample. The same stars, seed and figures give the same
	 * outcome.
	 * @param figures takes how often each row was drawn, e.g.
	 * {@link RankingQuality#weighted}
	 * @return what it gave, one for each resample
	 */
	public <T> List<T> draw(Function<int[], T> figures) {
		SplittableRandom random = new SplittableRandom(this.seed);
		List<T> drawn = new ArrayList<>();
		for (int resample = 0; resample < resamples(); resample++) {
			drawn.add(figures.apply(weights(random)));
		}
		return drawn;
	}

	private int[] weights(SplittableRandom random) {
		int[] times = new int[this.stars];
		for (int i = 0; i < this.stars; i++) {
			times[random.nextInt(this.stars)]++;
		}
		int[] weights = new int[this.star.length];
		for (int row = 0; row < weights.length; row++) {
			weights[row] = times[this.star[row]];
		}
		return weights;
	}

}
