package io.exoscout.suite;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Small tables in the archive's formats, made of chance: planets have shallow and long
 * transits more often than false positives have.
 */
final class WrittenTable {

	static final String HEADER = "kepid,kepoi_name,koi_disposition,koi_period,koi_duration,koi_depth,koi_prad,koi_impact,koi_steff,note";

	/** Few trees: quick, where the figures do not matter. */
	static final String QUICK = """
			{"algorithm": "gradient_boosting", "hyperparameters": {"n_estimators": 20}}""";

	/** As many and as large trees as are accepted: takes minutes. */
	static final String SLOW = """
			{"algorithm": "random_forest", "hyperparameters": {"n_estimators": 1000, "max_features": 1}}""";

	private WrittenTable() {
	}

	/**
	 * Kepler objects, half of them planets, two of three on one star, every fifth
	 * undecided.
	 * @param seed another seed is another table, so another job
	 */
	static byte[] kepler(long seed, int rows) {
		Random random = new Random(seed);
		StringBuilder table = new StringBuilder(HEADER).append('\n');
		for (int i = 0; i < rows; i++) {
			boolean planet = random.nextBoolean();
			table.append(
					"%d,K%05d.%02d,%s,%.5f,%.3f,%.1f,%.2f,%.3f,%d,seen%n".formatted(1_000_000 + i / 3 * 2 + i % 3 / 2,
							i + 1, 1, (i % 5 == 4) ? "CANDIDATE" : planet ? "CONFIRMED" : "FALSE POSITIVE",
							1 + 30 * random.nextDouble(), (planet ? 4 : 3) + 2 * random.nextGaussian() / 2,
							Math.exp((planet ? 6 : 8) + 1.5 * random.nextGaussian()),
							Math.exp((planet ? 1 : 1.5) + random.nextGaussian()), random.nextDouble(),
							4000 + random.nextInt(2500)));
		}
		return bytes(table.toString());
	}

	/** Enough to keep a worker busy until it is told to stop. */
	static byte[] large(long seed) {
		return kepler(seed, 20_000);
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
