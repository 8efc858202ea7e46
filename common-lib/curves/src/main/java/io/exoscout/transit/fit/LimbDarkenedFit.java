package io.exoscout.transit.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * A transit of a planet before a limb-darkened star, fitted to the fold: as it is seen
 * from here its path is a straight line (Seager &amp; Mallén-Ornelas 2003, ApJ 585,
 * 1038).
 *
 * @param ratio of the radii
 * @param ratioError its standard deviation, for white noise
 * @param impact the least distance of the middles, in radii of the star
 * @param impactError its standard deviation, for white noise
 * @param duration from first to last contact, in days
 * @param depth how much of the light is missing in the middle
 * @param chiSquare what is left, over the degrees of freedom
 */
public record LimbDarkenedFit(double ratio, double ratioError, double impact, double impactError, double duration,
		double depth, double chiSquare) {

	private static final int BINS = 60;

	private static final double REACH = 1.5;

	/** Impacts that are tried, as shares of the largest that still touches. */
	private static final double[] IMPACTS = { 0, 0.3, 0.5, 0.65, 0.75, 0.83, 0.9, 0.96 };

	private static final double[] NOTHING_EXPECTED = { Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY };

	/** So often the steps between those are halved around the best. */
	private static final int HALVINGS = 3;

	/** No impact is known better than the steps that are left. */
	private static final double STEP = 0.02;

	/** Exposures longer than five minutes are taken apart into as many. */
	private static final int PARTS = 5;

	private static final double LONG = 5.0 / 1440;

	/**
	 * Fits.
	 * @param cadence how long an exposure takes, in days
	 */
	public static LimbDarkenedFit of(Weighted points, TransitEphemeris ephemeris, Trapezoid start, double cadence) {
		Weighted fold = fold(points, ephemeris, REACH * start.duration());
		double exposure = (cadence > LONG) ? cadence : 0;
		double[] begin = { Math.log(Math.sqrt(Math.max(1e-8, start.depth()))), Math.log(start.duration()) };
		List<LimbDarkenedFit> fits = new ArrayList<>();
		for (double share : IMPACTS) {
			fits.add(of(fold, begin, share, exposure));
		}
		for (int halving = 0; halving < HALVINGS; halving++) {
			for (double share : betweenNeighbours(fits)) {
				fits.add(of(fold, begin, share, exposure));
			}
		}
		LimbDarkenedFit best = best(fits);
		int freedom = Math.max(1, fold.size() - 3);
		// what fits less well by four in the sum of squares is two standard deviations
		// off
		double most = best.chiSquare + 4 * Math.max(1, best.chiSquare) / freedom;
		List<LimbDarkenedFit> near = fits.stream().filter((fit) -> fit.chiSquare <= most).toList();
		// a V is explained by ever larger discs that touch the star ever less: the least
		// will do
		LimbDarkenedFit simplest = near.stream().min(Comparator.comparingDouble(LimbDarkenedFit::impact)).orElse(best);
		double impactError = Math.max(STEP, spread(near, LimbDarkenedFit::impact));
		// what the ratio is follows from the impact, whatever else is known of it
		double ratioError = Math.hypot(simplest.ratioError * Math.sqrt(Math.max(1, simplest.chiSquare)),
				impactError * slope(fits, simplest));
		return new LimbDarkenedFit(simplest.ratio, ratioError, simplest.impact, impactError, simplest.duration,
				simplest.depth, simplest.chiSquare);
	}

	private static LimbDarkenedFit best(List<LimbDarkenedFit> fits) {
		return Collections.min(fits, Comparator.comparingDouble(LimbDarkenedFit::chiSquare));
	}

	/** The impact as a share of the largest that still touches. */
	private double share() {
		return this.impact / (1 + this.ratio);
	}

	/** In the middle between the best and the next that were tried, on both sides. */
	private static List<Double> betweenNeighbours(List<LimbDarkenedFit> fits) {
		fits.sort(Comparator.comparingDouble(LimbDarkenedFit::share));
		int at = fits.indexOf(best(fits));
		List<Double> shares = new ArrayList<>();
		for (int next : new int[] { at - 1, at + 1 }) {
			if (next >= 0 && next < fits.size()) {
				shares.add((fits.get(at).share() + fits.get(next).share()) / 2);
			}
		}
		return shares;
	}

	/** By how much the ratio changes with the impact, at one of the fits. */
	private static double slope(List<LimbDarkenedFit> fits, LimbDarkenedFit fit) {
		fits.sort(Comparator.comparingDouble(LimbDarkenedFit::share));
		int at = fits.indexOf(fit);
		LimbDarkenedFit less = fits.get(Math.max(0, at - 1));
		LimbDarkenedFit more = fits.get(Math.min(fits.size() - 1, at + 1));
		double step = more.impact - less.impact;
		return (step > 0) ? Math.abs(more.ratio - less.ratio) / step : 0;
	}

	private static double spread(List<LimbDarkenedFit> fits, ToDoubleFunction<LimbDarkenedFit> value) {
		DoubleSummaryStatistics range = fits.stream().mapToDouble(value).summaryStatistics();
		return (range.getCount() > 0) ? (range.getMax() - range.getMin()) / 4 : 0;
	}

	private static LimbDarkenedFit of(Weighted fold, double[] begin, double share, double exposure) {
		int[] all = new int[fold.size()];
		Arrays.setAll(all, (i) -> i);
		LeastSquares.Solution fit = LeastSquares.fit(fold, all, (p) -> fluxes(p, share, fold, exposure), begin,
				new double[] { 1e-4, 1e-4 }, NOTHING_EXPECTED);
		double k = ratio(fit.values());
		double b = share * (1 + k);
		return new LimbDarkenedFit(k, fit.errors()[0] * k, b, 0, duration(fit.values()),
				1 - LimbDarkened.SUN.flux(b, k), fit.chiSquare());
	}

	private static double ratio(double[] p) {
		return Math.exp(Math.max(-12, Math.min(1, p[0])));
	}

	private static double duration(double[] p) {
		return Math.exp(Math.max(-12, Math.min(6, p[1])));
	}

	private static IntToDoubleFunction fluxes(double[] p, double share, Weighted fold, double exposure) {
		double k = ratio(p);
		double b = share * (1 + k);
		double duration = duration(p);
		if (exposure == 0) {
			return (n) -> flux(k, b, fold.times()[n], duration) - 1;
		}
		return (n) -> {
			double sum = 0;
			for (int i = 0; i < PARTS; i++) {
				sum += flux(k, b, fold.times()[n] + exposure * ((i + 0.5) / PARTS - 0.5), duration);
			}
			return sum / PARTS - 1;
		};
	}

	private static double flux(double k, double b, double away, double duration) {
		double along = 2 * away / duration;
		double distance = Math.sqrt(b * b + ((1 + k) * (1 + k) - b * b) * along * along);
		return LimbDarkened.SUN.flux(distance, k);
	}

	/**
	 * Means of the points around the transit, by how long before or after its middle they
	 * are: the model is the same on both sides.
	 */
	private static Weighted fold(Weighted points, TransitEphemeris ephemeris, double reach) {
		double[] times = new double[BINS];
		double[] fluxes = new double[BINS];
		double[] weights = new double[BINS];
		for (int i = 0; i < points.size(); i++) {
			double away = Math.abs(ephemeris.away(points.times()[i]));
			double weight = points.weights()[i];
			int bin = (int) (away / reach * BINS);
			if (bin < BINS && weight > 0) {
				times[bin] += weight * away;
				fluxes[bin] += weight * points.fluxes()[i];
				weights[bin] += weight;
			}
		}
		int count = 0;
		for (int bin = 0; bin < BINS; bin++) {
			if (weights[bin] > 0) {
				times[count] = times[bin] / weights[bin];
				fluxes[count] = fluxes[bin] / weights[bin];
				weights[count++] = weights[bin];
			}
		}
		return new Weighted(Arrays.copyOf(times, count), Arrays.copyOf(fluxes, count), Arrays.copyOf(weights, count));
	}

	/** The half axis of the orbit in radii of the star, if it is a circle. */
	public double axis(double period) {
		double path = Math.sqrt(Math.max(0, (1 + this.ratio) * (1 + this.ratio) - this.impact * this.impact));
		return path / Math.sin(Math.min(Math.PI / 2, Math.PI * this.duration / period));
	}

}
