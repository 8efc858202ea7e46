package io.exoscout.transit.vet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

import io.exoscout.transit.fit.TransitEphemeris;
import io.exoscout.transit.fit.Trapezoid;
import io.exoscout.transit.fit.Weighted;

/**
 * Which of a period, its parts and its multiples it is. A box search can not tell: half
 * of the period explains transits as well if the rest falls into gaps, and eclipses of
 * two stars look like one planet at half of their period. The single events tell.
 */
public final class Harmonics {

	/**
	 * From so many standard deviations on an event is there, or one differs from another.
	 */
	private static final double SURE = 4;

	/** Eclipses that differ by that many are those of two stars. */
	private static final double DIFFERENT = 5;

	/** By chance, the depths of a planet's transits do not differ by more. */
	private static final double ALIKE = 0.1;

	/** Of two transits of one planet neither has a larger share of both. */
	static final double UNEQUAL = 0.9;

	/** So many are no accident of gaps. */
	private static final int UNSEEN = 4;

	private static final int[] FACTORS = { 2, 3 };

	private final Weighted points;

	private final double redness;

	private final double cadence;

	private final PeriodRange range;

	/**
	 * For a curve.
	 * @param range periods that may be answered
	 */
	public Harmonics(Weighted points, double redness, double cadence, PeriodRange range) {
		this.points = points;
		this.redness = redness;
		this.cadence = cadence;
		this.range = range;
	}

	/**
	 * The ephemeris that the single events speak for; single if but one event is there.
	 */
	public TransitEphemeris resolved(TransitEphemeris start) {
		TransitEphemeris ephemeris = start;
		for (int round = 0; round < 4; round++) {
			TransitEphemeris next = multiple(ephemeris);
			next = next.equals(ephemeris) ? part(ephemeris) : next;
			if (next.equals(ephemeris)) {
				break;
			}
			ephemeris = next;
		}
		return single(ephemeris);
	}

	/** A longer period, if some of the transits are none, or differ. */
	private TransitEphemeris multiple(TransitEphemeris ephemeris) {
		Events events = events(ephemeris);
		for (int factor : FACTORS) {
			if (ephemeris.period() * factor > this.range.most()) {
				continue;
			}
			List<Events> sets = sets(events, factor);
			int deepest = deepest(sets);
			if (deepest >= 0 && differs(sets, deepest, factor)) {
				return ephemeris.shifted(deepest * ephemeris.period()).every(ephemeris.period() * factor);
			}
		}
		return ephemeris;
	}

	private boolean differs(List<Events> sets, int deepest, int factor) {
		Events deep = sets.get(deepest);
		boolean unseen = deep.size() >= UNSEEN;
		boolean absent = true;
		for (int i = 0; i < factor; i++) {
			Events other = sets.get(i);
			if (i != deepest) {
				unseen &= other.size() == 0;
				absent &= other.size() > 0 && other.depth() < SURE * other.error() && other.depth() < deep.depth() / 3
						&& Events.difference(deep, other) > SURE;
			}
		}
		Events other = sets.get((deepest + 1) % factor);
		boolean stars = factor == 2 && deep.size() > 1 && other.size() > 1 && Events.difference(deep, other) > DIFFERENT
				&& other.depth() < (1 - ALIKE) * deep.depth();
		// what is never seen, and always beside something that was found before
		return absent || stars || unseen;
	}

	/** A shorter period, if there are transits as deep between these. */
	public TransitEphemeris part(TransitEphemeris ephemeris) {
		return part(ephemeris, (events, between) -> between.depth() > events.depth() / 1.5
				&& between.depth() < events.depth() * 1.5 && Events.difference(events, between) < SURE);
	}

	/**
	 * A shorter period, if there is some dip each time between these transits. A trend
	 * that follows it has made it shallower, most of all beside a gap: whether it is one
	 * of them is to be asked again of a curve whose trend does not.
	 */
	public TransitEphemeris hinted(TransitEphemeris ephemeris) {
		return part(ephemeris, (events, between) -> between.depth() > events.depth() / 3);
	}

	private TransitEphemeris part(TransitEphemeris ephemeris, BiPredicate<Events, Events> alike) {
		Events events = events(ephemeris);
		for (int factor : FACTORS) {
			double period = ephemeris.period() / factor;
			if (period < this.range.least()) {
				continue;
			}
			boolean every = true;
			for (int i = 1; i < factor; i++) {
				Events between = events(ephemeris.shifted(i * period));
				every &= between.size() > 0 && between.depth() > SURE * between.error() && alike.test(events, between);
			}
			if (every) {
				return ephemeris.every(period);
			}
		}
		return ephemeris;
	}

	/** One event, if the others do not hold what it promises. */
	private TransitEphemeris single(TransitEphemeris ephemeris) {
		Events events = events(ephemeris);
		if (events.size() == 0) {
			return ephemeris;
		}
		Events.Event strongest = events.strongest();
		Events others = events.where((event) -> event.cycle() != strongest.cycle());
		// two of which the verdict would say that one of them makes it all
		boolean unequal = events.size() == 2 && strongest.significance() > UNEQUAL * events.multiple();
		boolean alone = others.size() == 0 || unequal
				|| others.depth() < SURE * others.error() && others.depth() < strongest.depth() / 3
						&& (strongest.depth() - others.depth()) > SURE * Math.hypot(strongest.error(), others.error());
		return alone ? TransitEphemeris.single(ephemeris.epoch() + strongest.cycle() * ephemeris.period(),
				ephemeris.duration()) : ephemeris;
	}

	private Events events(TransitEphemeris ephemeris) {
		return Events.of(this.points, ephemeris, new Trapezoid(1, ephemeris.duration(), 0.15), this.redness,
				this.cadence);
	}

	private static List<Events> sets(Events events, int factor) {
		List<Events> sets = new ArrayList<>();
		for (int i = 0; i < factor; i++) {
			int rest = i;
			sets.add(events.where((event) -> Math.floorMod(event.cycle(), factor) == rest));
		}
		return sets;
	}

	private static int deepest(List<Events> sets) {
		int deepest = -1;
		for (int i = 0; i < sets.size(); i++) {
			Events set = sets.get(i);
			boolean deeper = set.size() > 0 && (deepest < 0 || set.depth() > sets.get(deepest).depth());
			deepest = deeper ? i : deepest;
		}
		return deepest;
	}

}
