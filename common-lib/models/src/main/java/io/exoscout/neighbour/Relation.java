package io.exoscout.neighbour;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** A feature of an object among the other objects of its table. */
public enum Relation {

	/** How many objects its star has. */
	OBJECTS_ON_STAR {
		@Override
		public double of(Neighbour object, Neighbours neighbours) {
			return neighbours.onStar(object);
		}
	},

	/** How many other objects share its period within 1e-5. */
	SAME_PERIOD_1E5 {
		@Override
		public double of(Neighbour object, Neighbours neighbours) {
			return neighbours.samePeriod(object, 1e-5);
		}
	},

	/** How many other objects share its period within 1e-4. */
	SAME_PERIOD_1E4 {
		@Override
		public double of(Neighbour object, Neighbours neighbours) {
			return neighbours.samePeriod(object, 1e-4);
		}
	},

	/** How many other objects share its period within 1e-3. */
	SAME_PERIOD_1E3 {
		@Override
		public double of(Neighbour object, Neighbours neighbours) {
			return neighbours.samePeriod(object, 1e-3);
		}
	},

	/**
	 * How many objects of other stars within 20 arc minutes share its period within 1e-3.
	 */
	SAME_PERIOD_NEARBY {
		@Override
		public double of(Neighbour object, Neighbours neighbours) {
			return nearby(object, neighbours, 20, SAME);
		}
	},

	/**
	 * How well its transits coincide with those of an object of another star, at the same
	 * period or at a half, a third, twice or three times it.
	 */
	EPHEMERIS_MATCH {
		@Override
		public double of(Neighbour object, Neighbours neighbours) {
			return match(object, neighbours, HARMONICS);
		}
	},

	/**
	 * How many other objects of its star could be planets: smaller than
	 * {@value #LARGEST_PLANET} Earth radii, not grazing, and with no ephemeris match.
	 */
	SMALL_COMPANIONS {
		@Override
		public double of(Neighbour object, Neighbours neighbours) {
			NeighbourIndex index = neighbours.index();
			return smallCompanions(object, neighbours, (place) -> hasMatch(index.byStar().get(place), neighbours));
		}
	},

	/**
	 * By how much the logarithms of its period and of the nearest one on its star differ.
	 */
	NEAREST_PERIOD {
		@Override
		public double of(Neighbour object, Neighbours neighbours) {
			return nearest(object, neighbours, (other) -> Math.abs(other.logPeriod() - object.logPeriod()));
		}
	},

	/**
	 * Logarithm of its duration over that of the object of its star whose period is
	 * nearest, each divided by the cube root of its period: 0 for planets that cross one
	 * star alike, {@value #ALONE} where there is no other.
	 */
	DURATION_AGREEMENT {
		@Override
		public double of(Neighbour object, Neighbours neighbours) {
			return nearest(object, neighbours, (other) -> StrictMath.log10(object.duration() / other.duration())
					- StrictMath.log10(object.period() / other.period()) / 3);
		}
	},

	/**
	 * How many objects of other stars within a degree have its period, or a half, a
	 * third, twice or three times it, within 1e-3.
	 */
	HARMONICS_NEARBY {
		@Override
		public double of(Neighbour object, Neighbours neighbours) {
			return nearby(object, neighbours, 60, HARMONICS);
		}
	},

	/** How many objects of other stars are within 10 arc minutes. */
	OBJECTS_NEARBY {
		@Override
		public double of(Neighbour object, Neighbours neighbours) {
			if (!neighbours.knownTo(object) || !object.hasPlace()) {
				return Double.NaN;
			}
			NeighbourIndex index = neighbours.index();
			double eastward = object.eastward();
			int count = 0;
			for (NeighbourIndex.Range field : index.around(object, eastward, Sky.REACH)) {
				for (int i = field.from(); i < field.to(); i++) {
					boolean near = object.arcMinutesTo(index.fields().ra(i), index.fields().dec(i), eastward,
							Sky.REACH) <= Sky.REACH;
					count += (near && index.fields().isElsewhere(i, object)) ? 1 : 0;
				}
			}
			return count;
		}
	},

	/**
	 * Angle to the nearest other star that has an object, in arc minutes, at most
	 * {@value #NEAR}: light of one may fall into the aperture of the other.
	 */
	NEAREST_STAR {
		@Override
		public double of(Neighbour object, Neighbours neighbours) {
			if (!neighbours.knownTo(object) || !object.hasPlace()) {
				return Double.NaN;
			}
			NeighbourIndex index = neighbours.index();
			double eastward = object.eastward();
			KeyColumns keys = index.fields();
			double nearest = NEAR;
			for (NeighbourIndex.Range field : index.around(object, eastward, NEAR)) {
				for (int i = field.from(); i < field.to(); i++) {
					double angle = object.arcMinutesTo(keys.ra(i), keys.dec(i), eastward);
					if (angle < nearest && keys.isElsewhere(i, object)) {
						nearest = angle;
					}
				}
			}
			return nearest;
		}
	};

	/** From here on a match is none. */
	private static final double NO_MATCH = 1.5;

	/** By how much more than it can be a number may be rounded, relative to it. */
	private static final double ROUNDING = 1e-14;

	private static final double NEARLY = 1 - 1e-6;

	/** Stands for no other object on the star. */
	private static final double ALONE = 9;

	private static final float LARGEST_PLANET = 12;

	/** The angle beyond which light does not mix, in arc minutes. */
	private static final double NEAR = 2;

	private static final List<Ratio> SAME = List.of(Ratio.of(1));

	private static final List<Ratio> HARMONICS = Stream.of(1.0, 2.0, 1.0 / 2, 3.0, 1.0 / 3).map(Ratio::of).toList();

	/** One period over another. */
	private record Ratio(double value, double logarithm) {

		static Ratio of(double value) {
			return new Ratio(value, StrictMath.log(value));
		}

	}

	/** Whether an object has an ephemeris match at its own period. */
	static boolean hasMatch(Neighbour object, Neighbours neighbours) {
		return match(object, neighbours, SAME) < NO_MATCH;
	}

	/**
	 * {@link #SMALL_COMPANIONS}, where it is known of others whether they have a match.
	 * @param matched {@link #hasMatch} of an object by its place among those sorted by
	 * star
	 */
	static double smallCompanions(Neighbour object, Neighbours neighbours, IntPredicate matched) {
		if (!neighbours.knownOnStar(object)) {
			return Double.NaN;
		}
		NeighbourIndex index = neighbours.index();
		NeighbourIndex.Range about = index.aboutOnStar(object);
		int count = 0;
		for (int place = about.from(); place < about.to(); place++) {
			Neighbour other = index.byStar().get(place);
			boolean small = other.radius() < LARGEST_PLANET && !(other.impact() >= 1);
			count += (small && !other.is(object) && !matched.test(place)) ? 1 : 0;
		}
		return count;
	}

	/**
	 * Distance to the best ephemeris match on another star: difference of the periods'
	 * logarithms over 1e-4, plus distance of the nearest transits in transit durations;
	 * at most {@value #NO_MATCH}.
	 */
	private static double match(Neighbour object, Neighbours neighbours, List<Ratio> ratios) {
		if (!neighbours.knownTo(object) || Double.isNaN(object.period() + object.epoch() + object.duration())) {
			return Double.NaN;
		}
		NeighbourIndex index = neighbours.index();
		KeyColumns keys = index.periods();
		double best = NO_MATCH;
		for (Ratio ratio : ratios) {
			double log = object.logPeriod() + ratio.logarithm();
			double shorter = object.shorterPeriod(ratio.value());
			double frequency = 1 / shorter;
			NeighbourIndex.Range near = index.near(log, NO_MATCH * 1e-4);
			for (int i = near.from(); i < near.to(); i++) {
				double periods = Math.abs(keys.logPeriod(i) - log);
				double days = (double) keys.epoch(i) - object.epoch();
				double cycles = days * frequency;
				// nearly all are told without a division: a bit less than the distance is
				// more than is looked for
				double atLeast = Math.abs(cycles - Math.rint(cycles)) * shorter - ROUNDING * Math.abs(days);
				double longer = Math.max(object.duration(), keys.duration(i));
				if (longer >= 0 && NEARLY * 24 * atLeast > (best - NEARLY * 1e4 * periods) * longer) {
					continue;
				}
				double apart = periods / 1e-4 + object.transitsApart(keys.epoch(i), keys.duration(i), ratio.value());
				if (apart < best && keys.isElsewhere(i, object)) {
					best = apart;
				}
			}
		}
		return best;
	}

	/**
	 * Counts objects of other stars up to an angle away whose period is within 1e-3 of
	 * that of an object, or of a multiple of it.
	 */
	private static double nearby(Neighbour object, Neighbours neighbours, double arcMinutes, List<Ratio> ratios) {
		if (!neighbours.knownTo(object) || Double.isNaN(object.period() + object.ra() + object.dec())) {
			return Double.NaN;
		}
		NeighbourIndex index = neighbours.index();
		KeyColumns keys = index.periods();
		double eastward = object.eastward();
		int count = 0;
		for (Ratio ratio : ratios) {
			double log = object.logPeriod() + ratio.logarithm();
			NeighbourIndex.Range near = index.near(log, 1e-3);
			for (int i = near.from(); i < near.to(); i++) {
				boolean close = object.arcMinutesTo(keys.ra(i), keys.dec(i), eastward, arcMinutes) < arcMinutes;
				count += (close && keys.isNear(i, log, 1e-3) && keys.isElsewhere(i, object)) ? 1 : 0;
			}
		}
		return count;
	}

	/** Something of the object of the same star whose period is nearest. */
	private static double nearest(Neighbour object, Neighbours neighbours, ToDoubleFunction<Neighbour> figure) {
		if (!neighbours.knownOnStar(object)) {
			return Double.NaN;
		}
		Neighbour nearest = null;
		double least = Double.POSITIVE_INFINITY;
		for (Neighbour other : neighbours.companions(object)) {
			double apart = Math.abs(other.logPeriod() - object.logPeriod());
			// NaN where one of the periods is not known
			if (apart < least) {
				nearest = other;
				least = apart;
			}
		}
		return (nearest != null) ? figure.applyAsDouble(nearest) : ALONE;
	}

	/** Whether it can not be told of an object whose star is not known. */
	public boolean looksAtStar() {
		return order() == LookupOrder.STAR;
	}

	/** In which order rows look at the same neighbours one after the other. */
	LookupOrder order() {
		return switch (this) {
			case OBJECTS_ON_STAR, SMALL_COMPANIONS, NEAREST_PERIOD, DURATION_AGREEMENT -> LookupOrder.STAR;
			case OBJECTS_NEARBY, NEAREST_STAR -> LookupOrder.SKY;
			default -> LookupOrder.PERIOD;
		};
	}

	String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The relation that a feature is, by its name. */
	public static Optional<Relation> of(String id) {
		return Arrays.stream(values()).filter((relation) -> relation.id().equals(id)).findFirst();
	}

	/**
	 * The feature's value among the objects of its table, itself one of them; {@code NaN}
	 * where something it takes is not known.
	 */
	public abstract double of(Neighbour object, Neighbours neighbours);

}
