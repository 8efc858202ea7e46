package io.exoscout.benchmarks.made;

/**
 * A made-up star.
 *
 * @param number tells it from the others
 * @param temperature effective, in K
 * @param mass in solar masses
 * @param radius in solar radii
 * @param magnitude apparent, in the survey's band
 * @param distance in parsec
 * @param ra right ascension in degrees
 * @param dec declination in degrees
 */
record Star(int number, double temperature, double mass, double radius, double magnitude, double distance, double ra,
		double dec) {

	/**
	 * Draws a star near the main sequence, or one that has left it with some probability.
	 */
	static Star draw(SeededRandom random, int number, double evolved) {
		double temperature = StrictMath.min(7500, StrictMath.max(3300, random.normal(5600, 750)));
		double mass = StrictMath.pow(temperature / 5772, 1.6);
		double radius = StrictMath.pow(mass, 0.9) * random.logNormal(1, 0.1);
		if (random.chance(evolved)) {
			radius *= random.logUniform(1.4, 5);
			temperature = StrictMath.max(4600, temperature - 500);
		}
		double magnitude = 16 - 5.5 * StrictMath.pow(random.uniform(0, 1), 2);
		double luminosity = radius * radius * StrictMath.pow(temperature / 5772, 4);
		double absolute = 4.7 - 2.5 * StrictMath.log10(luminosity);
		double distance = StrictMath.pow(10, (magnitude - absolute + 5) / 5);
		return new Star(number, temperature, mass, radius, magnitude, distance, random.uniform(280, 301),
				random.uniform(37, 52));
	}

	/** Surface gravity, log10 of cm/s². */
	double gravity() {
		return 4.438 + StrictMath.log10(this.mass) - 2 * StrictMath.log10(this.radius);
	}

	/**
	 * Distance of an orbit over the star's radius, by Kepler's third law.
	 * @param period in days
	 */
	double orbit(double period) {
		return 4.2083 * StrictMath.cbrt(this.mass) / this.radius * StrictMath.pow(period, 2.0 / 3);
	}

	/** Temperature of a planet without greenhouse and albedo 0, in K. */
	double equilibrium(double period) {
		return this.temperature / StrictMath.sqrt(2 * orbit(period));
	}

	/** Received flux relative to the Earth's. */
	double insolation(double period) {
		return StrictMath.pow(equilibrium(period) / 278.3, 4);
	}

}
