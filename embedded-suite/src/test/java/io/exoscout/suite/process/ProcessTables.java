package io.exoscout.suite.process;

import java.util.Locale;
import java.util.Random;

/** Kepler tables made up for the occasion. */
public final class ProcessTables {

	private static final String HEADER = "kepid,kepoi_name,koi_disposition,koi_period,koi_duration,koi_depth,koi_prad,"
			+ "koi_impact,koi_model_snr,koi_teq\n";

	private ProcessTables() {
	}

	/**
	 * A table in which planets are small and shallow, mostly.
	 * @param rows how many objects, each on a star of its own
	 * @return the table; the same for the same number of rows
	 */
	static String kepler(int rows) {
		return kepler(rows, rows);
	}

	/** As {@link #kepler(int)}; another seed is another table. */
	public static String kepler(int rows, long seed) {
		Random random = new Random(seed);
		StringBuilder table = new StringBuilder(HEADER);
		for (int i = 0; i < rows; i++) {
			boolean planet = random.nextInt(3) == 0;
			double radius = Math.exp(random.nextGaussian() + (planet ? 0.8 : 2.2));
			table.append(String.format(Locale.ROOT, "%d,K%05d.01,%s,%.6f,%.4f,%.1f,%.2f,%.3f,%.1f,%.0f%n", 10_000 + i,
					i, label(planet, random), Math.exp(random.nextGaussian() + 2), 2 + 3 * random.nextDouble(),
					84 * radius * radius, radius, random.nextDouble(), 10 + 90 * random.nextDouble(),
					300 + 1200 * random.nextDouble()));
		}
		return table.toString();
	}

	private static String label(boolean planet, Random random) {
		if (random.nextInt(10) == 0) {
			return "CANDIDATE";
		}
		return planet ? "CONFIRMED" : "FALSE POSITIVE";
	}

}
