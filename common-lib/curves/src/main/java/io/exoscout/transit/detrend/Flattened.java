package io.exoscout.transit.detrend;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A curve without its outliers and its slow changes.
 *
 * @param points the points that were kept, as they were measured
 * @param trend the slow changes, at each of them
 * @param fluxes what is left: the flux over the trend, less one
 * @param noise how that scatters
 * @param window of the filter, in days
 * @param curved whether parabolas are fitted in it, or lines
 * @param leftOut how many points were left out, by reason
 */
public record Flattened(Points points, double[] trend, double[] fluxes, Noise noise, double window, boolean curved,
		Map<String, Integer> leftOut) {

	private static final Runnable NOBODY = () -> {
	};

	/** From which noise on a higher point is no measurement of the star alone. */
	private static final double HIGH = 4;

	private static final double LOW = 6;

	/**
	 * Neighbours of a transit's points are low themselves: this much of the depth at
	 * least.
	 */
	private static final double SHARED = 0.25;

	/** Windows that may be chosen, in days. */
	private static final double[] WINDOWS = { 2, 1.5, 1, 0.75, 0.5, 0.35 };

	/** Parabolas have to leave so much less red noise than lines. */
	private static final double CALMER = 0.9;

	/** So much more red noise is taken for a wider window. */
	private static final double CALM = 1.15;

	private static final double[] CURVED = { 1.5, 1.2, 1, 0.8, 0.6 };

	/** How long the means are by which windows are compared, in days. */
	private static final double HOURS = 0.1;

	/**
	 * Cleans and flattens a curve; the window is the widest that leaves hardly more
	 * correlated noise than one of half a day, which follows the spots of a fast rotator
	 * where there are any.
	 */
	public static Flattened of(Points points) {
		return of(points, NOBODY);
	}

	/**
	 * The same for somebody who may not want to wait for it.
	 * @param check is run several times a second; what it throws ends the work
	 */
	public static Flattened of(Points points, Runnable check) {
		Flattened narrow = of(points, 0.5, check);
		double redness = narrow.noise().redness(HOURS);
		for (double window : WINDOWS) {
			Flattened flattened = of(points, window, check);
			double most = (window > 0.5) ? 1.3 : 1.0;
			if (flattened.noise().redness(HOURS) <= most * redness) {
				return (window < 1)
						? curved(points, (window == 0.5) ? narrower(points, flattened, check) : flattened, check)
						: flattened;
			}
		}
		return narrow;
	}

	/**
	 * With a parabola in a wider window, if that leaves no more noise: it eats less of a
	 * transit.
	 */
	private static Flattened curved(Points points, Flattened flattened, Runnable check) {
		List<Flattened> others = Arrays.stream(CURVED).mapToObj((window) -> of(points, window, true, check)).toList();
		double least = others.stream().mapToDouble((other) -> other.noise().redness(HOURS)).min().orElseThrow();
		double lines = flattened.noise().redness(HOURS);
		if (least > CALMER * lines) {
			return flattened;
		}
		double most = Math.min(CALM * least, lines);
		return others.stream().filter((other) -> other.noise().redness(HOURS) <= most).findFirst().orElse(flattened);
	}

	private static Flattened narrower(Points points, Flattened flattened, Runnable check) {
		Flattened narrow = of(points, WINDOWS[WINDOWS.length - 1], check);
		double redness = flattened.noise().redness(HOURS);
		return (redness > 2 && narrow.noise().redness(HOURS) < 0.75 * redness) ? narrow : flattened;
	}

	/** Cleans and flattens a curve with a window of that many days. */
	public static Flattened of(Points points, double window) {
		return of(points, window, NOBODY);
	}

	/**
	 * The same for somebody who may not want to wait for it.
	 * @param check is run several times a second; what it throws ends the work
	 */
	public static Flattened of(Points points, double window, Runnable check) {
		return of(points, window, false, check);
	}

	private static Flattened of(Points points, double window, boolean curved, Runnable check) {
		double[] trend = new Biweight(window, curved, check).trend(points, new boolean[points.size()]);
		double[] fluxes = divided(points, trend);
		Noise noise = new Noise(points, fluxes);
		boolean[] kept = new boolean[points.size()];
		int[] counts = keep(points, fluxes, noise, kept);
		Map<String, Integer> leftOut = new LinkedHashMap<>();
		leftOut.put("bright_outlier", counts[0]);
		leftOut.put("faint_outlier", counts[1]);
		if (counts[0] + counts[1] == 0) {
			return new Flattened(points, trend, fluxes, noise, window, curved, leftOut);
		}
		return flattened(points.where(kept), new boolean[points.size() - counts[0] - counts[1]], window, curved,
				leftOut, check);
	}

	/**
	 * The same points, with a trend that does not follow those which are masked.
	 * @param check is run several times a second; what it throws ends the work
	 */
	public Flattened masking(boolean[] masked, Runnable check) {
		return flattened(this.points, masked, this.window, this.curved, this.leftOut, check);
	}

	private static Flattened flattened(Points points, boolean[] masked, double window, boolean curved,
			Map<String, Integer> leftOut, Runnable check) {
		double[] trend = new Biweight(window, curved, check).trend(points, masked);
		double[] fluxes = divided(points, trend);
		return new Flattened(points, trend, fluxes, new Noise(points, fluxes), window, curved, leftOut);
	}

	private static double[] divided(Points points, double[] trend) {
		double[] fluxes = new double[points.size()];
		for (int i = 0; i < fluxes.length; i++) {
			fluxes[i] = (trend[i] > 0) ? points.fluxes()[i] / trend[i] - 1 : 0;
		}
		return fluxes;
	}

	/**
	 * Which points stay: neither flares with their tails, nor single points far below.
	 */
	private static int[] keep(Points points, double[] fluxes, Noise noise, boolean[] kept) {
		int[] counts = new int[2];
		double[] weights = noise.weights();
		boolean flaring = false;
		for (int i = 0; i < fluxes.length; i++) {
			double sigma = 1 / Math.sqrt(weights[i]);
			flaring = fluxes[i] > (flaring ? HIGH / 2 : HIGH) * sigma;
			boolean alone = fluxes[i] < -LOW * sigma && higher(fluxes, i - 1, i) && higher(fluxes, i + 1, i);
			kept[i] = !flaring && !alone;
			counts[0] += flaring ? 1 : 0;
			counts[1] += alone ? 1 : 0;
		}
		return counts;
	}

	private static boolean higher(double[] fluxes, int neighbour, int point) {
		return neighbour < 0 || neighbour >= fluxes.length || fluxes[neighbour] > SHARED * fluxes[point];
	}

}
