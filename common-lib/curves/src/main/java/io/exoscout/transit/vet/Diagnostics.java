package io.exoscout.transit.vet;

import java.util.LinkedHashMap;
import java.util.Map;

import io.exoscout.transit.fit.LimbDarkenedFit;
import io.exoscout.transit.fit.TransitEphemeris;
import io.exoscout.transit.fit.Trapezoid;
import io.exoscout.transit.fit.Weighted;
import org.hipparchus.special.Erf;

/**
 * What is measured of a signal besides its ephemeris.
 *
 * @param transits its transits one by one
 * @param physical the fitted transit before a limb-darkened star
 * @param shift how unique the transit is; none for a single event
 * @param values all figures, by name
 */
public record Diagnostics(Events transits, LimbDarkenedFit physical, ModelShift shift, Map<String, Double> values) {

	private static final double EARTHS = 109.076;

	/**
	 * The share of a transit that its ingress takes, from a planet that passes before all
	 * of its star to one that only touches it.
	 */
	private static final double FLAT = 0.42;

	private static final double POINTED = 0.48;

	/** The box of a transit leaves its ingress and egress out. */
	private static final double BOX = 0.6;

	/**
	 * Measures a signal.
	 * @param check is run several times a second; what it throws ends the work
	 */
	public static Diagnostics of(Subject subject, Runnable check) {
		TransitEphemeris ephemeris = subject.fit().ephemeris();
		Trapezoid shape = subject.fit().trapezoid();
		Events events = events(subject, ephemeris, shape);
		LimbDarkenedFit physical = LimbDarkenedFit.of(subject.points(), ephemeris, shape, subject.cadence());
		TransitEphemeris repeated = repeated(subject, ephemeris);
		ModelShift shift = ModelShift.of(subject.points(), repeated, shape);
		Map<String, Double> values = new LinkedHashMap<>();
		counted(values, subject, events);
		values.put("rival_share", Rivals.share(subject, events, check));
		physical(values, subject, physical);
		alternating(values, subject, events);
		shifted(values, shift);
		values.put("secondary_recurs",
				recurs(subject, repeated.shifted(shift.secondaryPhase() * repeated.period()), shape));
		shaped(values, subject, events);
		values.putAll(CentroidShift.of(subject, repeated));
		if (!ephemeris.isSingle()) {
			SineTest sine = SineTest.of(subject.points().times(), subject.measured(), subject.inTransit(), ephemeris);
			values.put("sine_significance", sine.significance());
			values.put("sine_amplitude_ppm", 1e6 * sine.amplitude());
			values.put("sine_period_factor", sine.factor());
			values.put("sine_prominence", sine.prominence());
		}
		return new Diagnostics(events, physical, shift, values);
	}

	/** The figures that there are: those that are numbers. */
	public Map<String, Double> known() {
		Map<String, Double> known = new LinkedHashMap<>(this.values);
		known.values().removeIf((value) -> !Double.isFinite(value));
		return known;
	}

	/** A single event is looked at as if it came again after all of the curve. */
	private static TransitEphemeris repeated(Subject subject, TransitEphemeris ephemeris) {
		return ephemeris.isSingle() ? ephemeris.every(2 * subject.points().span()) : ephemeris;
	}

	private static Events events(Subject subject, TransitEphemeris ephemeris, Trapezoid shape) {
		return Events.of(subject.points(), ephemeris, shape, subject.redness(), subject.cadence());
	}

	private static void counted(Map<String, Double> values, Subject subject, Events events) {
		double mes = events.multiple();
		// as the archive has it: against the scatter from point to point, without red
		// noise
		values.put("model_snr", mes * subject.redness());
		Events steady = events.steady();
		double most = steady.multiple();
		double ses = (steady.size() > 0) ? steady.strongest().significance() : 0;
		values.put("mes", mes);
		values.put("max_ses", (events.size() > 0) ? events.strongest().significance() : 0);
		values.put("max_ses_over_mes", (most > 0) ? ses / most : Double.POSITIVE_INFINITY);
		values.put("transits", (double) events.size());
		long expected = Math.max(events.size(), expected(subject, 0));
		values.put("transits_expected", (double) expected);
		values.put("gap_share", 1 - events.size() / (double) expected);
		double scatter = (steady.size() > 1) ? steady.squares() / (steady.size() - 1) : 1;
		values.put("chi", most / Math.sqrt(Math.max(1, scatter)));
		values.put("redness", subject.redness());
		values.put("depth_mean_over_median", Chases.meanOverMedian(events));
		Events whole = events.whole();
		values.put("whole_transits", (double) whole.size());
		values.put("whole_expected",
				(double) Math.max(whole.size(), expected(subject, subject.fit().ephemeris().duration())));
		values.put("whole_mes", whole.multiple());
		Trapezoid shape = subject.fit().trapezoid();
		values.put("chases", Chases.of(subject.unmasked(), subject.fit().ephemeris(), shape, events));
	}

	/**
	 * How many transits have their middle between first and last point.
	 * @param margin how long before the one and after the other it has to be, in days
	 */
	private static long expected(Subject subject, double margin) {
		TransitEphemeris ephemeris = subject.fit().ephemeris();
		double[] times = subject.points().times();
		long expected = 0;
		for (long cycle = ephemeris.cycle(times[0]); cycle <= ephemeris.cycle(times[times.length - 1]); cycle++) {
			double middle = ephemeris.middle(cycle);
			expected += (middle - margin >= times[0] && middle + margin <= times[times.length - 1]) ? 1 : 0;
		}
		return expected;
	}

	private static void physical(Map<String, Double> values, Subject subject, LimbDarkenedFit physical) {
		values.put("model_depth_ppm", 1e6 * physical.depth());
		values.put("radius_ratio", physical.ratio());
		values.put("radius_ratio_error", physical.ratioError() * subject.redness());
		values.put("impact", physical.impact());
		values.put("impact_error", physical.impactError() * subject.redness());
		values.put("grazing", physical.impact() + physical.ratio());
		values.put("planet_radius_earth", physical.ratio() * subject.star().radius() * EARTHS);
		// one that hardly touches the star may be of any size: it is so large at least
		double full = full(subject);
		values.put("full_depth_ppm", 1e6 * full);
		values.put("planet_radius_at_least", Math.sqrt(full) * subject.star().radius() * EARTHS);
		TransitEphemeris ephemeris = subject.fit().ephemeris();
		if (!ephemeris.isSingle()) {
			values.put("axis_over_star", physical.axis(ephemeris.period()));
			values.put("axis_at_most", (1 + physical.ratio())
					/ Math.sin(Math.min(Math.PI / 2, Math.PI * physical.duration() / ephemeris.period())));
			values.put("duration_over_circular", physical.duration() / subject.star().duration(ephemeris.period()));
			values.put("duration_over_period", physical.duration() / ephemeris.period());
			// the radius of a star goes as what its transits last, for one mass
			values.put("planet_radius_by_duration",
					values.get("planet_radius_at_least") * Math.max(1, values.get("duration_over_circular")));
		}
	}

	/**
	 * How deep it would be at least, were all of the disc before the star. Of a V no more
	 * than half of it ever is: then the middle of the disc stays outside of the star's.
	 */
	private static double full(Subject subject) {
		Trapezoid shape = subject.fit().trapezoid();
		// an exposure makes ingress and egress longer by what it takes; of a V by half of
		// it
		double duration = Math.max(shape.duration() / 2, shape.duration() - subject.cadence());
		double ingress = Math.max(0, shape.ingress() * shape.duration() - subject.cadence() / 2) / duration;
		double pointed = Math.max(0, Math.min(1, (ingress - FLAT) / (POINTED - FLAT)));
		return Math.max(0, shape.depth()) * (1 + pointed);
	}

	private static void alternating(Map<String, Double> values, Subject subject, Events events) {
		// the first transit, of cycle 0, is an odd one
		Events odd = alternate(events, 0);
		Events even = alternate(events, 1);
		if (odd.size() == 0 || even.size() == 0) {
			return;
		}
		double model = Events.difference(odd, even);
		TransitEphemeris ephemeris = subject.fit().ephemeris();
		Trapezoid shape = subject.fit().trapezoid();
		Events boxes = events(subject, ephemeris, new Trapezoid(1, BOX * shape.duration(), 1e-6));
		Events oddBoxes = alternate(boxes, 0);
		Events evenBoxes = alternate(boxes, 1);
		boolean both = oddBoxes.size() > 0 && evenBoxes.size() > 0;
		values.put("odd_depth_ppm", 1e6 * odd.depth());
		values.put("odd_depth_error_ppm", 1e6 * odd.error());
		values.put("even_depth_ppm", 1e6 * even.depth());
		values.put("even_depth_error_ppm", 1e6 * even.error());
		values.put("odd_even_model_sigma", model);
		values.put("odd_even_box_sigma", both ? Events.difference(oddBoxes, evenBoxes) : 0);
		values.put("odd_even_probability", Erf.erfc(model / Math.sqrt(2)));
	}

	private static Events alternate(Events events, int rest) {
		return events.where((event) -> Math.floorMod(event.cycle(), 2) == rest);
	}

	private static void shifted(Map<String, Double> values, ModelShift shift) {
		values.put("modshift_primary", shift.primary());
		values.put("modshift_redness", shift.redness());
		values.put("modshift_ms1", shift.unique1());
		values.put("modshift_ms2", shift.unique2());
		values.put("modshift_ms3", shift.unique3());
		values.put("secondary_excess", shift.secondaryExcess());
		values.put("secondary_significance", shift.secondary() / shift.redness());
		values.put("secondary_depth_ppm", 1e6 * shift.secondaryDepth());
		values.put("secondary_depth_error_ppm", 1e6 * shift.secondaryError());
		values.put("secondary_phase", shift.secondaryPhase());
		values.put("shape", shift.shape());
	}

	/**
	 * Which share of a second dip's depth there is each time: the least of its median
	 * over its mean, and of those of every other event. An eclipse comes each time; of
	 * what another planet does in one cycle, or in every other or third one, nothing is
	 * left.
	 */
	private static double recurs(Subject subject, TransitEphemeris secondary, Trapezoid shape) {
		Events events = events(subject, secondary, shape);
		if (events.size() < 2) {
			return 1;
		}
		double least = Math.min(1, events.median() / events.depth());
		for (int rest = 0; rest < 2; rest++) {
			Events half = alternate(events, rest);
			least = (half.size() > 0) ? Math.min(least, half.depth() / events.depth()) : least;
		}
		return least;
	}

	/** Whether the transit's two halves are alike, and how much of a V it is. */
	private static void shaped(Map<String, Double> values, Subject subject, Events events) {
		TransitEphemeris ephemeris = subject.fit().ephemeris();
		Trapezoid shape = subject.fit().trapezoid();
		Weighted points = subject.points();
		double[] sums = new double[4];
		for (int i = 0; i < points.size(); i++) {
			double away = ephemeris.away(points.times()[i]);
			double unit = shape.shape(away);
			int side = (away < 0) ? 0 : 2;
			sums[side] -= points.weights()[i] * points.fluxes()[i] * unit;
			sums[side + 1] += points.weights()[i] * unit * unit;
		}
		double difference = sums[0] / sums[1] - sums[2] / sums[3];
		double error = subject.redness() * Math.sqrt(1 / sums[1] + 1 / sums[3]);
		boolean both = sums[1] > 0 && sums[3] > 0;
		values.put("asymmetry_sigma", both ? Math.abs(difference) / error : 0);
		values.put("asymmetry_share", both ? Math.abs(difference) / shape.depth() : 0);
		values.put("surrounded", surrounded(points, ephemeris, shape.duration(), subject.cadence()));
		values.put("ingress_share", shape.ingress());
		values.put("duration_over_window", shape.duration() / subject.window());
		values.put("misfit_share", new Dips(points, shape).misfit(ephemeris, events));
		values.put("trapezoid_chi_square", subject.fit().chiSquare());
	}

	/**
	 * Which share of the points there are around a single event, on the side with fewer.
	 */
	private static double surrounded(Weighted points, TransitEphemeris ephemeris, double duration, double cadence) {
		int before = 0;
		int after = 0;
		for (int i = 0; i < points.size(); i++) {
			double away = ephemeris.away(points.times()[i]);
			before += (away < -duration / 2 && away > -1.5 * duration) ? 1 : 0;
			after += (away > duration / 2 && away < 1.5 * duration) ? 1 : 0;
		}
		double cycles = ephemeris.isSingle() ? 1 : Math.ceil(points.span() / ephemeris.period());
		return Math.min(1, Math.min(before, after) * cadence / (duration * cycles));
	}

}
