package io.exoscout.benchmarks.made;

import java.util.Random;

/**
 * Random draws by their names. All arithmetic is {@link StrictMath}: a seed gives the
 * same table on every machine.
 */
final class SeededRandom {

	private final Random random;

	SeededRandom(long seed) {
		this.random = new Random(seed);
	}

	double uniform(double low, double high) {
		return low + (high - low) * this.random.nextDouble();
	}

	/** Uniform in the logarithm. */
	double logUniform(double low, double high) {
		return StrictMath.exp(uniform(StrictMath.log(low), StrictMath.log(high)));
	}

	double normal(double mean, double deviation) {
		return mean + deviation * this.random.nextGaussian();
	}

	/** Normal in the logarithm, around a median. */
	double logNormal(double median, double deviation) {
		return median * StrictMath.exp(normal(0, deviation));
	}

	boolean chance(double probability) {
		return this.random.nextDouble() < probability;
	}

}
