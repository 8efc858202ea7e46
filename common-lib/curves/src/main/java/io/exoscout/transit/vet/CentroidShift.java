package io.exoscout.transit.vet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import io.exoscout.lightcurve.Medians;
import io.exoscout.transit.fit.TransitEphemeris;
import io.exoscout.transit.fit.Trapezoid;
import io.exoscout.transit.vet.CentroidTrack.Around;
import org.jspecify.annotations.Nullable;

/**
 * How far the light of a star moves on the detector while it dims (Batalha et al. 2010,
 * ApJ 713, L103). If another star of the aperture dims, all the light moves away from
 * that one; where it is follows from shift and depth (Bryson et al. 2013, PASP 125, 889,
 * section 3). A neighbour that does not dim moves the light, too, and makes no planet
 * false: so a test asks how far the source is, not only how sure the shift.
 * <p>
 * Events are put together if the star stood at the same place of the detector, since
 * quarters are turned against each other. The error of each such group is the scatter of
 * what is measured in the same way at other phases, with all red noise in it.
 */
final class CentroidShift {

	/** Of the source's distance, in pixels: so far off are 0.4 % of Kepler's planets. */
	static final double FARTHEST = 3;

	/** How sure the shift has to be, in standard deviations. */
	static final double SURE = 5;

	/** The place of a star on the detector is the same within so many pixels. */
	private static final double SAME_PLACE = 2;

	private static final int MOST_PHASES = 60;

	/** So many other phases tell a scatter. */
	private static final int FEWEST_PHASES = 6;

	/** Points are left out that are so many standard deviations off their like. */
	private static final double OUTLIER = 5;

	/** Of as many their like can be told. */
	private static final int ENOUGH = 5;

	private static final double HALF = 0.5;

	/** So many durations from a transit nothing of it is left in what is measured. */
	private static final double CLEAR = 1.2;

	private final double[] times;

	private final CentroidTrack track;

	private final TransitEphemeris ephemeris;

	private final Trapezoid shape;

	private final boolean[] inTransit;

	private final double own;

	private final List<Group> groups = new ArrayList<>();

	private CentroidShift(Subject subject, CentroidTrack track, TransitEphemeris ephemeris) {
		this.times = subject.points().times();
		this.track = track;
		this.ephemeris = ephemeris;
		this.shape = subject.fit().trapezoid();
		this.inTransit = subject.inTransit();
		this.own = CentroidTrack.OUT * ephemeris.duration() + subject.cadence() / 2;
	}

	/** Events at one place of the detector. */
	private static final class Group {

		private final double column;

		private final double row;

		private double shiftColumn;

		private double shiftRow;

		private double weight;

		Group(double column, double row) {
			this.column = column;
			this.row = row;
		}

		boolean holds(Around event) {
			return Math.hypot(event.column() - this.column, event.row() - this.row) < SAME_PLACE;
		}

	}

	/**
	 * Measures a shift.
	 * @param subject with the places of the light
	 * @param ephemeris as it is asked for, a single event as if it came again
	 * @return figures by name; none if there are no places, or too few
	 */
	static Map<String, Double> of(Subject subject, TransitEphemeris ephemeris) {
		CentroidTrack track = subject.centroids();
		return (track != null) ? new CentroidShift(subject, track, ephemeris).figures() : Map.of();
	}

	/**
	 * The test that follows, if a shift was measured.
	 * @param values all figures of a signal
	 */
	static Optional<VettingTest> test(Map<String, Double> values) {
		@Nullable Double offset = values.get("centroid_offset_pixels");
		@Nullable Double sigma = values.get("centroid_shift_sigma");
		if (offset == null || sigma == null) {
			return Optional.empty();
		}
		return Optional.of(new VettingTest("centroid_offset_pixels", Double.isFinite(offset) ? offset : null, FARTHEST,
				!(offset > FARTHEST && sigma > SURE), VerdictKind.FALSE_POSITIVE,
				"Batalha et al. 2010, Bryson et al. 2013; thresholds ExoScout, if the shift is beyond 5 sigma"));
	}

	private Map<String, Double> figures() {
		// another signal's transits would be another source's shift
		measure(this.ephemeris, this.groups, true, (point) -> !this.inTransit[point] || isOwn(point));
		List<List<double[]>> others = others();
		double weights = 0;
		double lengths = 0;
		double chiSquare = 0;
		int used = 0;
		for (int g = 0; g < this.groups.size(); g++) {
			if (others.get(g).size() < FEWEST_PHASES) {
				continue;
			}
			Group group = this.groups.get(g);
			double column = scatter(others.get(g), 0);
			double row = scatter(others.get(g), 1);
			double variance = column * column + row * row;
			if (!(variance > 0)) {
				continue;
			}
			used++;
			double square = group.shiftColumn * group.shiftColumn + group.shiftRow * group.shiftRow;
			// scatter makes every length longer
			lengths += (square - variance) / variance;
			weights += 1 / variance;
			chiSquare += Math.pow(group.shiftColumn / column, 2) + Math.pow(group.shiftRow / row, 2);
		}
		return (used > 0) ? figures(Math.sqrt(Math.max(0, lengths / weights)), Math.sqrt(1 / weights), chiSquare, used)
				: Map.of();
	}

	private boolean isOwn(int point) {
		return Math.abs(this.ephemeris.away(this.times[point])) < this.own;
	}

	private Map<String, Double> figures(double shift, double error, double chiSquare, int used) {
		Map<String, Double> figures = new LinkedHashMap<>();
		double depth = this.shape.depth();
		figures.put("centroid_shift_pixels", shift);
		figures.put("centroid_shift_error_pixels", error);
		figures.put("centroid_shift_sigma", shift / error);
		figures.put("centroid_shift_probability", chance(chiSquare, used));
		if (depth > 0 && depth < 1) {
			figures.put("centroid_offset_pixels", shift * (1 / depth - 1));
			figures.put("centroid_offset_error_pixels", error * (1 / depth - 1));
		}
		figures.put("centroid_places", (double) used);
		return figures;
	}

	/** How probable as large a sum of that many pairs of squares is by chance. */
	private static double chance(double chiSquare, int pairs) {
		double term = 1;
		double sum = 1;
		for (int j = 1; j < pairs; j++) {
			term *= chiSquare / 2 / j;
			sum += term;
		}
		return Math.min(1, sum * Math.exp(-chiSquare / 2));
	}

	/** What each group measures where there are no transits. */
	private List<List<double[]>> others() {
		List<List<double[]>> others = new ArrayList<>();
		this.groups.forEach((group) -> others.add(new ArrayList<>()));
		double duration = this.ephemeris.duration();
		double free = this.ephemeris.period() - 2 * CLEAR * duration;
		int phases = (int) Math.min(MOST_PHASES, Math.floor(2 * free / duration));
		for (int phase = 0; phase < phases; phase++) {
			double later = CLEAR * duration + (phase + 0.5) * free / phases;
			List<Group> measured = new ArrayList<>();
			this.groups.forEach((group) -> measured.add(new Group(group.column, group.row)));
			measure(this.ephemeris.shifted(later), measured, false, (point) -> !this.inTransit[point]);
			for (int g = 0; g < measured.size(); g++) {
				if (measured.get(g).weight >= 0.5 * this.groups.get(g).weight) {
					others.get(g).add(new double[] { measured.get(g).shiftColumn, measured.get(g).shiftRow });
				}
			}
		}
		return others;
	}

	/** All events of an ephemeris, group by group. */
	private void measure(TransitEphemeris at, List<Group> into, boolean grouping, IntPredicate usable) {
		long first = at.cycle(this.times[0]);
		long last = at.cycle(this.times[this.times.length - 1]);
		for (long cycle = first; cycle <= last; cycle++) {
			TransitEphemeris event = at.shifted(cycle * at.period());
			Around around = this.track.around(this.times, event, usable);
			if (around != null) {
				Group group = into.stream().filter((one) -> one.holds(around)).findFirst().orElse(null);
				if (group == null && grouping) {
					group = new Group(around.column(), around.row());
					into.add(group);
				}
				if (group != null) {
					add(group, around, event);
				}
			}
		}
		into.forEach((group) -> {
			group.shiftColumn /= Math.max(group.weight, Double.MIN_NORMAL);
			group.shiftRow /= Math.max(group.weight, Double.MIN_NORMAL);
		});
	}

	private void add(Group group, Around around, TransitEphemeris event) {
		double[] units = new double[around.columns().length];
		for (int i = 0; i < units.length; i++) {
			units[i] = this.shape.shape(this.times[around.first() + i] - event.epoch());
		}
		boolean[] columns = sound(around.columns(), units);
		boolean[] rows = sound(around.rows(), units);
		for (int i = 0; i < units.length; i++) {
			if (columns[i] && rows[i]) {
				group.shiftColumn += units[i] * around.columns()[i];
				group.shiftRow += units[i] * around.rows()[i];
				group.weight += units[i] * units[i];
			}
		}
	}

	/** Which points of an event are known, and like the others of it. */
	private static boolean[] sound(double[] values, double[] units) {
		double[] inside = IntStream.range(0, values.length)
			.filter((i) -> units[i] > HALF && Double.isFinite(values[i]))
			.mapToDouble((i) -> values[i])
			.toArray();
		double most = (inside.length < ENOUGH) ? Double.POSITIVE_INFINITY : OUTLIER * Medians.deviation(inside);
		double middle = Medians.of(inside);
		boolean[] sound = new boolean[values.length];
		for (int i = 0; i < values.length; i++) {
			boolean like = units[i] <= HALF || Math.abs(values[i] - middle) <= most;
			sound[i] = units[i] > 0 && Double.isFinite(values[i]) && like;
		}
		return sound;
	}

	private static double scatter(List<double[]> values, int coordinate) {
		return Medians.deviation(values.stream().mapToDouble((value) -> value[coordinate]).toArray());
	}

}
