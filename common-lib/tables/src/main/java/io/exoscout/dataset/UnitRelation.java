package io.exoscout.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.exoscout.archive.ColumnRange;
import io.exoscout.archive.Mission;

/**
 * What columns must be to each other in any star's system, by which wrong units are told
 * that are plausible by themselves. Each is a value divided by what others make of it: 1
 * for a circular orbit across the middle of a star like the sun, and in the median of any
 * 20 rows of the archive's tables well inside its bounds, where a wrong unit is not.
 */
enum UnitRelation {

	/** The square of the radii's ratio; grazing eclipses are shallower. */
	DEPTH(0.004, 30, List.of("koi_depth", "koi_prad", "koi_srad"), List.of("pl_trandep", "pl_rade", "st_rad"),
			(of) -> of[0] / (84.05 * square(of[1] / of[2]))),

	/** Across a star of the sun's density; four times as long for a giant. */
	DURATION(0.08, 12, List.of("koi_duration", "koi_period"), List.of("pl_trandurh", "pl_orbper"),
			(of) -> of[0] / (3.91 * Math.cbrt(of[1] / 10))),

	/** At the distance that the period says, round a star of the sun's mass. */
	TEMPERATURE(0.3, 2.2, List.of("koi_teq", "koi_period", "koi_steff", "koi_srad"),
			List.of("pl_eqt", "pl_orbper", "st_teff", "st_rad"),
			(of) -> of[0] / (254.8 * of[2] / 5778 * Math.sqrt(of[3]) / Math.cbrt(of[1] / 365.25))),

	/** The mass that radius and gravity make, in that of the sun. */
	STAR(0.03, 30, List.of("koi_srad", "koi_slogg"), List.of("st_rad", "st_logg"),
			(of) -> square(of[0]) * Math.pow(10, of[1] - 4.438));

	private final ColumnRange median;

	private final List<String> kepler;

	private final List<String> others;

	private final ToDoubleFunction<double[]> ratio;

	UnitRelation(double low, double high, List<String> kepler, List<String> others, ToDoubleFunction<double[]> ratio) {
		this.median = new ColumnRange(low, high);
		this.kepler = kepler;
		this.others = others;
		this.ratio = ratio;
	}

	/** What the median of its ratios can be. */
	ColumnRange median() {
		return this.median;
	}

	/** The columns it is between, the one to blame first. */
	List<String> columns(Mission mission) {
		return (mission == Mission.KEPLER) ? this.kepler : this.others;
	}

	/** Those of which a table has all the columns; K2's has no depths and durations. */
	static List<UnitRelation> among(Mission mission, List<String> columns) {
		return Arrays.stream(values())
			.filter((relation) -> mission != Mission.K2 || relation == TEMPERATURE || relation == STAR)
			.filter((relation) -> columns.containsAll(relation.columns(mission)))
			.toList();
	}

	/**
	 * The ratio of one row.
	 * @param values of {@link #columns}, {@code NaN} where unknown
	 */
	double ratio(double... values) {
		return this.ratio.applyAsDouble(values);
	}

	private static double square(double value) {
		return value * value;
	}

}
