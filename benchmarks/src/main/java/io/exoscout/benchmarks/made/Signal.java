package io.exoscout.benchmarks.made;

/**
 * A periodic dimming as a survey would report it.
 *
 * @param kind what really causes it
 * @param period in days
 * @param duration in hours
 * @param depth in parts per million
 * @param impact fitted impact parameter
 * @param strength signal-to-noise of all transits together
 */
record Signal(Kind kind, double period, double duration, double depth, double impact, double strength) {

	private static final double EARTHS_PER_SUN = 109.1;

	enum Kind {

		/** A planet. */
		PLANET,
		/** The star is an eclipsing binary. */
		BINARY,
		/** A binary nearby on the sky shines into the aperture. */
		BACKGROUND,
		/** The instrument, or chance. */
		NOISE;

		boolean isPlanet() {
			return this == PLANET;
		}

	}

	/** Draws a signal strong enough to be found. */
	static Signal draw(SeededRandom random, Kind kind, Star star, double days) {
		while (true) {
			Signal signal = switch (kind) {
				case PLANET -> planet(random, star, days);
				case BINARY -> binary(random, star, days);
				case BACKGROUND -> background(random, star, days);
				case NOISE -> noise(random, star, days);
			};
			if (signal.strength() > 7.1 && signal.period() < days / 2) {
				return signal;
			}
		}
	}

	/** The radius the depth stands for, in Earth radii. */
	double radius(Star star) {
		return StrictMath.sqrt(this.depth / 1e6) * EARTHS_PER_SUN * star.radius();
	}

	private static Signal planet(SeededRandom random, Star star, double days) {
		double size = random.chance(0.08) ? random.uniform(8, 15) : random.logNormal(2.2, 0.5);
		double ratio = size / EARTHS_PER_SUN / star.radius();
		double period = random.logUniform(0.7, 200);
		double impact = random.uniform(0, 0.9);
		double depth = 1.05e6 * ratio * ratio;
		double duration = duration(star, period, ratio, impact) * random.logNormal(1, 0.05);
		return measured(random, Kind.PLANET, star, period, duration, depth, impact + random.normal(0, 0.08), days);
	}

	private static Signal binary(SeededRandom random, Star star, double days) {
		double ratio = random.uniform(0.12, 0.9);
		double period = random.logUniform(0.4, 30);
		double impact = random.uniform(0, 1) * (1 + ratio) * 0.97;
		double covered = StrictMath.min(1, StrictMath.pow((1 + ratio - impact) / (2 * ratio), 1.5));
		double depth = 1e6 * ratio * ratio * covered;
		return measured(random, Kind.BINARY, star, period, duration(star, period, ratio, impact), depth, impact, days);
	}

	private static Signal background(SeededRandom random, Star star, double days) {
		Star other = Star.draw(random, 0, 0.3);
		Signal binary = binary(random, other, days);
		double depth = binary.depth() * random.logUniform(0.0003, 0.03);
		return measured(random, Kind.BACKGROUND, star, binary.period(), binary.duration(), depth,
				random.uniform(0.2, 1.25), days);
	}

	private static Signal noise(SeededRandom random, Star star, double days) {
		double period = random.chance(0.6) ? random.uniform(days / 8, days / 2) : random.logUniform(0.5, 20);
		double duration = StrictMath.min(random.logNormal(7, 0.6), period * 6);
		double depth = noiseLevel(star, duration) / StrictMath.sqrt(days / period) * random.logNormal(9.5, 0.2);
		return measured(random, Kind.NOISE, star, period, duration, depth, random.uniform(0, 1.3), days);
	}

	private static Signal measured(SeededRandom random, Kind kind, Star star, double period, double duration,
			double depth, double impact, double days) {
		double strength = depth / noiseLevel(star, duration) * StrictMath.sqrt(days / period)
				* random.logNormal(1, 0.1);
		return new Signal(kind, period, duration, depth * (1 + random.normal(0, 1) / (strength + 5)),
				StrictMath.abs(impact), strength);
	}

	/** Length of a transit over a circular orbit, in hours. */
	private static double duration(Star star, double period, double ratio, double impact) {
		double chord = StrictMath.sqrt(StrictMath.max((1 + ratio) * (1 + ratio) - impact * impact, 0.02));
		double sine = StrictMath.min(1, chord / star.orbit(period));
		return 24 * period / StrictMath.PI * StrictMath.asin(sine);
	}

	/** Scatter of the star's light over one transit, in parts per million. */
	private static double noiseLevel(Star star, double duration) {
		return 30 * StrictMath.pow(10, 0.2 * (star.magnitude() - 12)) * StrictMath.sqrt(6 / duration);
	}

}
