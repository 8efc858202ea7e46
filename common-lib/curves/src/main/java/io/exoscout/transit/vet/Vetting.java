package io.exoscout.transit.vet;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * From diagnostics to a verdict: tests with the thresholds of LEO-Vetter's paper
 * (Kunimoto et al. 2025) and of Kepler's Robovetter (Thompson et al. 2018, ApJS 235, 38),
 * where nothing else is said.
 */
public final class Vetting {

	private static final String LEO = "Kunimoto et al. 2025 (LEO-Vetter)";

	private static final String ROBOVETTER = "Thompson et al. 2018 (DR25 Robovetter)";

	private static final String MODEL_SHIFT = "Coughlin 2017 (model-shift), thresholds Kunimoto et al. 2025";

	private static final String OWN = "ExoScout";

	private static final String FEW = OWN + ", three transits at most, below 50 sigma";

	/**
	 * Above that, planets are stars (Jupiters do not get larger than about 2 of theirs).
	 */
	private static final double LARGEST = 22;

	/** No planet is known that takes more of the light of a star that burns hydrogen. */
	private static final double DEEPEST = 120_000;

	private static final double GEOMETRIC_ALBEDO = 1;

	/** Of more transits, what is beside them averages out. */
	private static final int MANY = 10;

	/** Of an eclipse so much is there each time. */
	private static final double RECURRING = 0.5;

	/**
	 * What a trend has left of a sine is a wider dip than that of a planet, as a share of
	 * the period.
	 */
	private static final double WIDE = 0.04;

	/** Planets whose years are so short have hardly room between them and the star. */
	private static final double VERY_WIDE = 0.15;

	/** A star that turns with that period has so much stronger a sine than beside it. */
	private static final double PROMINENT = 2;

	private final Diagnostics diagnostics;

	private final Subject subject;

	private final List<VettingTest> tests = new ArrayList<>();

	private Vetting(Subject subject, Diagnostics diagnostics) {
		this.subject = subject;
		this.diagnostics = diagnostics;
	}

	/** The verdict, with all tests. */
	public static SignalVerdict of(Subject subject, Diagnostics diagnostics) {
		Vetting vetting = new Vetting(subject, diagnostics);
		vetting.falseAlarms();
		vetting.alike();
		if (!subject.fit().ephemeris().isSingle()) {
			vetting.repeated();
			vetting.stars();
		}
		else {
			vetting.once();
		}
		vetting.shape();
		CentroidShift.test(diagnostics.values()).ifPresent(vetting.tests::add);
		return SignalVerdict.of(vetting.tests, vetting.value("mes"));
	}

	/** The same period again is the same thing again. */
	private static final double SAME = 0.005;

	private void falseAlarms() {
		boolean single = this.subject.fit().ephemeris().isSingle();
		alarmBelow("mes", single ? 10 : 7.1, single ? OWN : "Jenkins 2002, ApJ 575, 493");
		boolean fitted = Double.isFinite(this.subject.fit().chiSquare());
		ask("trapezoid_fits", fitted ? 1 : 0, 1, fitted, VerdictKind.FALSE_ALARM, OWN);
		alarmBelow("modshift_ms1", 0.2, MODEL_SHIFT);
		alarmBelow("modshift_ms2", 0.8, MODEL_SHIFT);
		alarmBelow("modshift_ms3", 0.8, MODEL_SHIFT);
		asymmetry();
		alarmAbove("shape", 0.4, OWN);
		// a trend in a window follows what is longer, and what is left of it looks like
		// a dip
		if (value("mes") < SignalVerdict.CERTAIN) {
			alarmAbove("duration_over_window", 0.5, OWN + ", below 50 sigma");
		}
	}

	/**
	 * Of a strong signal the least thing that trapezoid, exposure or epoch are off counts
	 * many standard deviations.
	 */
	private void asymmetry() {
		if (value("mes") < SignalVerdict.CERTAIN) {
			alarmAbove("asymmetry_sigma", 8, LEO);
		}
		else if (value("asymmetry_sigma") > 8) {
			alarmAbove("asymmetry_share", 0.1, OWN + ", from 50 sigma on, where asymmetry_sigma is above 8");
		}
	}

	private void repeated() {
		atLeast("period_off_earlier", this.subject.nearest(), SAME, this.subject.nearestKind(),
				ROBOVETTER + ", what matches an earlier signal is of its kind");
		boolean two = value("transits") == 2;
		alarmAbove("max_ses_over_mes", two ? Harmonics.UNEQUAL : 0.8, two ? OWN + ", for two transits" : LEO);
		alarmBelow("chi", 5, OWN + ", after Seader et al. 2013");
		alarmAbove("gap_share", 0.5, LEO);
		alarmAbove("depth_mean_over_median", 1.5, LEO);
		enough();
		if (value("transits") <= 5) {
			alarmBelow("chases", 0.78, LEO);
		}
		if (this.subject.fit().ephemeris().period() < 10) {
			sine();
		}
	}

	/**
	 * A planet keeps away from its star and is before it for a small share of its period:
	 * the wider a dip, the less of a sine does it take to be what is left of one. Beyond
	 * doubt it has to be as large as the dip and of its period.
	 */
	private void sine() {
		boolean certain = value("mes") >= SignalVerdict.CERTAIN;
		double width = value("duration_over_period");
		double least = certain ? 1 : (width > VERY_WIDE) ? 0.15 : 0.5;
		boolean like = width > (certain ? 0.06 : WIDE) && (!certain || value("sine_period_factor") == 1)
				&& value("sine_amplitude_ppm") > least * 1e6 * this.subject.fit().trapezoid().depth()
				&& value("sine_prominence") > PROMINENT;
		ask("sine_significance", value("sine_significance"), 15, !(like && value("sine_significance") > 15),
				VerdictKind.FALSE_ALARM,
				LEO + ", where the sine is twice what it is beside the period, the dip is wider than 0.04 of that and the sine's amplitude at least half of the depth (0.15, if wider than that); from 50 sigma on wider than 0.06, of the same period and as large as the dip");
	}

	/**
	 * Three transits that can be seen to begin and to end. Two of one planet are seldom
	 * enough: where no third could be seen whole, as in a gap anything may be; where half
	 * of a third one is there; or if both are beyond doubt.
	 */
	private void enough() {
		boolean two = value("whole_expected") <= 2 || value("mes") >= SignalVerdict.CERTAIN;
		alarmBelow("transits", (two && value("mes") >= 12) ? 2 : 3,
				LEO + ", two if there could be no third whole one and mes is at least 12, or mes at least 50");
		if (!two) {
			boolean half = value("transits") == 3 && value("whole_mes") >= 12;
			alarmBelow("whole_transits", half ? 2 : 3,
					ROBOVETTER + ", rubble; two of three if whole_mes is at least 12");
			alarmBelow("whole_mes", 7.1, ROBOVETTER + ", rubble");
		}
	}

	/**
	 * Dips that come by chance, or from what the star and the telescope do, are alike now
	 * and then, two or three times most easily. What stands out further than that shows
	 * that no star is a trapezoid; but nearly one it is.
	 */
	private void alike() {
		boolean few = value("transits") <= 3;
		if (value("mes") >= SignalVerdict.CERTAIN) {
			alarmAbove("misfit_share", few ? 0.15 : 0.25, OWN + ", from 50 sigma on; of three transits at most 0.15");
			return;
		}
		boolean single = this.subject.fit().ephemeris().isSingle();
		// of two of which one begins or ends in a gap there is no other to confirm it
		boolean alone = single || value("whole_transits") < 2;
		if (value("transits") <= MANY) {
			double left = few ? 4 : 6;
			alarmAbove("trapezoid_chi_square", alone ? 2 : left,
					OWN + ", ten transits at most, below 50 sigma; of three transits at most 4, with one whole one 2");
		}
		alarmAbove("misfit_share", 0.6, OWN + ", below 50 sigma");
		if (few) {
			alarmAbove("redness", alone ? 2 : 2.5, FEW);
		}
		if (value("transits") <= Rivals.FEW) {
			alarmAbove("rival_share", Rivals.STRONG, OWN + ", two transits at most, below 50 sigma");
		}
		if (few && !single && this.subject.starKnown()) {
			alarmAbove("duration_over_circular", 3, FEW);
		}
	}

	/** A single event has no other to confirm it. */
	private void once() {
		alarmBelow("chases", 0.78, LEO);
		alarmBelow("surrounded", 0.5, OWN + ", single events");
		ask("first_doubts", this.subject.doubts(), 0,
				this.subject.doubts() == 0 || value("mes") >= SignalVerdict.CERTAIN, VerdictKind.FALSE_ALARM,
				OWN + ", a single event below 50 sigma after signals that are none");
	}

	private void stars() {
		if (this.diagnostics.values().containsKey("odd_even_model_sigma")) {
			double least = Math.min(value("odd_even_model_sigma"), value("odd_even_box_sigma"));
			atMost("odd_even_sigma", least, 3, VerdictKind.FALSE_POSITIVE, LEO + ", the less of box and model");
		}
		secondary();
		atLeast("axis_at_most", value("axis_at_most"), 1.6, VerdictKind.FALSE_POSITIVE,
				OWN + ", unphysical orbit, after LEO-Vetter");
	}

	private void secondary() {
		double primary = 1e6 * this.subject.fit().trapezoid().depth();
		double depth = value("secondary_depth_ppm");
		double reflected = 1e6 * GEOMETRIC_ALBEDO
				* Math.pow(value("radius_ratio") / Math.max(1, value("axis_over_star")), 2);
		boolean significant = value("secondary_excess") > 0;
		boolean planet = depth < 0.1 * primary && depth < reflected;
		boolean once = value("secondary_recurs") < RECURRING;
		ask("secondary_excess", value("secondary_excess"), 0, !significant || planet || once,
				VerdictKind.FALSE_POSITIVE, ROBOVETTER
						+ ", unless a planet reflects as much, or half of it does not come each time (secondary_recurs)");
	}

	private void shape() {
		atMost("grazing", value("grazing"), 1.5, VerdictKind.FALSE_POSITIVE, LEO);
		// of a star that nobody knows a giant planet may seem a star
		if (this.subject.starKnown()) {
			atMost("planet_radius_at_least", value("planet_radius_at_least"), LARGEST, VerdictKind.FALSE_POSITIVE, LEO);
			return;
		}
		atMost("model_depth_ppm", value("model_depth_ppm"), DEEPEST, VerdictKind.FALSE_POSITIVE,
				OWN + ", of a star that is not known; TOI-5205 b has 70,000 (Kanodia et al. 2023)");
		atMost("full_depth_ppm", value("full_depth_ppm"), DEEPEST, VerdictKind.FALSE_POSITIVE,
				OWN + ", of a star that is not known: a V is of a disc of which half is before the star at most");
		// but one that takes so long to be crossed is large
		boolean certain = value("mes") >= SignalVerdict.CERTAIN;
		atMost("planet_radius_by_duration", value("planet_radius_by_duration"), certain ? 1.5 * LARGEST : LARGEST,
				VerdictKind.FALSE_POSITIVE, OWN + ", of a star that is not known; 33 from 50 sigma on");
	}

	private void alarmBelow(String name, double threshold, String source) {
		atLeast(name, value(name), threshold, VerdictKind.FALSE_ALARM, source);
	}

	private void alarmAbove(String name, double threshold, String source) {
		atMost(name, value(name), threshold, VerdictKind.FALSE_ALARM, source);
	}

	private void atLeast(String name, double value, double threshold, VerdictKind fails, String source) {
		ask(name, value, threshold, value >= threshold, fails, source);
	}

	private void atMost(String name, double value, double threshold, VerdictKind fails, String source) {
		ask(name, value, threshold, value <= threshold, fails, source);
	}

	/** What could not be measured speaks neither for a planet nor against it. */
	private void ask(String name, double value, double threshold, boolean passed, VerdictKind fails, String source) {
		if (!Double.isNaN(value)) {
			this.tests
				.add(new VettingTest(name, Double.isFinite(value) ? value : null, threshold, passed, fails, source));
		}
	}

	private double value(String name) {
		@Nullable Double value = this.diagnostics.values().get(name);
		return (value != null) ? value : Double.NaN;
	}

}
