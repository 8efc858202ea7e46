package io.exoscout.feature;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A feature of an object among the other objects of its table. */
enum Relation {

	/** How many objects its star has. */
	OBJECTS_ON_STAR {
		@Override
		double of(Neighbour object, Neighbours neighbours) {
			return neighbours.onStar(object);
		}
	},

	/** How many other objects share its period within 1e-5. */
	SAME_PERIOD_1E5 {
		@Override
		double of(Neighbour object, Neighbours neighbours) {
			return neighbours.samePeriod(object, 1e-5);
		}
	},

	/** How many other objects share its period within 1e-4. */
	SAME_PERIOD_1E4 {
		@Override
		double of(Neighbour object, Neighbours neighbours) {
			return neighbours.samePeriod(object, 1e-4);
		}
	},

	/** How many other objects share its period within 1e-3. */
	SAME_PERIOD_1E3 {
		@Override
		double of(Neighbour object, Neighbours neighbours) {
			return neighbours.samePeriod(object, 1e-3);
		}
	},

	/** How many other objects of its star share its period within 1e-3. */
	SAME_PERIOD_ON_STAR {
		@Override
		double of(Neighbour object, Neighbours neighbours) {
			return neighbours.samePeriodOnStar(object, 1e-3);
		}
	},

	/**
	 * How well its transits coincide with those of an object of another star, at the same
	 * period or at a half, a third, twice or three times it: difference of the periods'
	 * logarithms over 1e-4, plus distance of the nearest transits in transit durations.
	 */
	EPHEMERIS_MATCH {
		@Override
		double of(Neighbour object, Neighbours neighbours) {
			if (!neighbours.known() || Double.isNaN(object.period() + object.epoch() + object.duration())) {
				return Double.NaN;
			}
			double best = NO_MATCH;
			for (double ratio : HARMONICS) {
				double log = object.logPeriod() + StrictMath.log(ratio);
				for (Neighbour other : neighbours.near(log, 1e-3)) {
					if (!other.sharesStarWith(object)) {
						double apart = Math.abs(other.logPeriod() - log) / 1e-4 + object.transitsApart(other, ratio);
						best = Math.min(best, Double.isNaN(apart) ? best : apart);
					}
				}
			}
			return best;
		}
	},

	/**
	 * Angle to the nearest other star that has an object, in arc minutes, at most
	 * {@value Sky#REACH}: light of one may fall into the aperture of the other.
	 */
	NEAREST_STAR {
		@Override
		double of(Neighbour object, Neighbours neighbours) {
			if (!neighbours.known() || !Sky.hasPlace(object)) {
				return Double.NaN;
			}
			return neighbours.around(object)
				.stream()
				.filter((other) -> !other.sharesStarWith(object))
				.mapToDouble(object::arcMinutesTo)
				.reduce(Sky.REACH, Math::min);
		}
	};

	/** What counts as no match at all. */
	private static final double NO_MATCH = 30;

	private static final double[] HARMONICS = { 1, 2, 1.0 / 2, 3, 1.0 / 3 };

	String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<Relation> of(String id) {
		return Arrays.stream(values()).filter((relation) -> relation.id().equals(id)).findFirst();
	}

	/**
	 * The feature's value.
	 * @param object the object
	 * @param neighbours the objects of its table, itself among them
	 * @return the value, {@code NaN} where something it takes is not known
	 */
	abstract double of(Neighbour object, Neighbours neighbours);

}
