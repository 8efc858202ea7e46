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
	static Signal draw(SeededRandom dice, Kind kind, Star star, double days) {
		while (true) {
			Signal signal = switch (kind) {
				case PLANET -> planet(dice, star, days);
				case BINARY -> binary(dice, star, days);
				case BACKGROUND -> background(dice, star, days);
				case NOISE -> noise(dice, star, days);
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

	private static Signal planet(SeededRandom dice, Star star, double days) {
		double size = dice.chance(0.08) ? dice.uniform(8, 15) : dice.logNormal(2.2, 0.5);
		double ratio = size / EARTHS_PER_SUN / star.radius();
		double period = dice.logUniform(0.7, 200);
		double impact = dice.uniform(0, 0.9);
		double depth = 1.05e6 * ratio * ratio;
		double duration = duration(star, period, ratio, impact) * dice.logNormal(1, 0.05);
		return measured(dice, Kind.PLANET, star, period, duration, depth, impact + dice.normal(0, 0.08), days);
	}

	private static Signal binary(SeededRandom dice, Star star, double days) {
		double ratio = dice.uniform(0.12, 0.9);
		double period = dice.logUniform(0.4, 30);
		double impact = dice.uniform(0, 1) * (1 + ratio) * 0.97;
		double covered = StrictMath.min(1, StrictMath.pow((1 + ratio - impact) / (2 * ratio), 1.5));
		double depth = 1e6 * ratio * ratio * covered;
		return measured(dice, Kind.BINARY, star, period, duration(star, period, ratio, impact), depth, impact, days);
	}

	private static Signal background(SeededRandom dice, Star star, double days) {
		Star other = Star.draw(dice, 0, 0.3);
		Signal binary = binary(dice, other, days);
		double depth = binary.depth() * dice.logUniform(0.0003, 0.03);
		return measured(dice, Kind.BACKGROUND, star, binary.period(), binary.duration(), depth, dice.uniform(0.2, 1.25),
				days);
	}

	private static Signal noise(SeededRandom dice, Star star, double days) {
		double period = dice.chance(0.6) ? dice.uniform(days / 8, days / 2) : dice.logUniform(0.5, 20);
		double duration = StrictMath.min(dice.logNormal(7, 0.6), period * 6);
		double depth = noiseLevel(star, duration) / StrictMath.sqrt(days / period) * dice.logNormal(9.5, 0.2);
		return measured(dice, Kind.NOISE, star, period, duration, depth, dice.uniform(0, 1.3), days);
	}

	private static Signal measured(SeededRandom dice, Kind kind, Star star, double period, double duration,
			double depth, double impact, double days) {
		double strength = depth / noiseLevel(star, duration) * StrictMath.sqrt(days / period) * dice.logNormal(1, 0.1);
		return new Signal(kind, period, duration, depth * (1 + dice.normal(0, 1) / (strength + 5)),
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
