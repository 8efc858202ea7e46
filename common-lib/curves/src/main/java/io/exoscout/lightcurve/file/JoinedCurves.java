package io.exoscout.lightcurve.file;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.exoscout.lightcurve.LightCurve;
import io.exoscout.lightcurve.TimeSystem;
import io.exoscout.lightcurve.LightCurve.Centroids;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/** Files of one star, one after the other in time, as one curve. */
final class JoinedCurves {

	/** Fewer points show no transit that could be told from chance. */
	static final int FEWEST = 50;

	/** Of two steps in a row the shorter is at least this share of both in one curve. */
	private static final double EVEN = 0.2;

	/** More uneven pairs of steps than this share come of two curves. */
	private static final double MOST_UNEVEN = 0.2;

	/**
	 * Points above and below their neighbours in turn, more than this share: two stars.
	 */
	private static final double MOST_TURNS = 0.95;

	/** Of fewer points that may be chance, or how they were rounded. */
	private static final int MANY = 1_000;

	private JoinedCurves() {
	}

	/**
	 * Joins files that were sorted by their beginning.
	 * @throws ProblemException if they are not of one star, overlap, or are too little
	 */
	static LightCurve of(List<FileCurve> files) {
		requireOneStar(files);
		requireApart(files);
		TimeSystem system = system(files);
		int size = files.stream().mapToInt(FileCurve::size).sum();
		double[][] values = new double[5][size];
		int[] segments = new int[size];
		boolean alike = files.stream().map(FileCurve::unit).distinct().count() == 1;
		int at = 0;
		for (int segment = 0; segment < files.size(); segment++) {
			FileCurve file = files.get(segment);
			double shift = file.system().offset() - system.offset();
			double level = alike ? 1 : level(List.of(file));
			for (int i = 0; i < file.size(); i++) {
				segments[at] = segment;
				set(values, at++, file, i, shift, level);
			}
		}
		requireEnough(values[1]);
		requireOneCurve(values[0]);
		requireOneBrightness(values[1]);
		double median = alike ? level(files) : 1;
		for (int i = 0; i < size; i++) {
			values[1][i] /= median;
			values[2][i] /= median;
		}
		return new LightCurve(system, values[0], values[1], any(values[2]) ? values[2] : null, segments,
				centroids(values));
	}

	private static void set(double[][] values, int at, FileCurve file, int point, double shift, double level) {
		double[][] columns = file.columns();
		values[0][at] = columns[0][point] + shift;
		values[1][at] = columns[1][point] / level;
		values[2][at] = columns[2][point] / level;
		values[3][at] = columns[3][point];
		values[4][at] = columns[4][point];
	}

	/**
	 * The median of all fluxes, which has to be well above 0 for them to be shares of it.
	 */
	private static double level(List<FileCurve> files) {
		FluxSpread spread = FluxSpread
			.of(files.stream().flatMapToDouble((file) -> Arrays.stream(file.columns()[1])).toArray());
		if (spread.median() > 0 && (spread.least() > 0 || spread.median() > 3 * spread.deviation())) {
			return spread.median();
		}
		throw new ProblemException(ErrorCode.AMBIGUOUS_TABLE, "The median of all fluxes is " + (float) spread.median()
				+ ", and they deviate from it by " + (float) spread.deviation()
				+ "; as fluxes of this unit they have to be well above 0, for depths are shares of them. Send another `unit`, or choose another `flux`.",
				InputError.field("unit", "fluxes are not positive"));
	}

	/** Their own if it is the same for all; otherwise Julian dates. */
	private static TimeSystem system(List<FileCurve> files) {
		Set<TimeSystem> systems = files.stream().map(FileCurve::system).collect(Collectors.toSet());
		if (systems.size() == 1) {
			return files.get(0).system();
		}
		if (Set.of(TimeSystem.BJD, TimeSystem.BKJD, TimeSystem.BTJD).containsAll(systems)) {
			return TimeSystem.BJD;
		}
		throw new ProblemException(ErrorCode.AMBIGUOUS_TABLE,
				"The times of the files count from different days, which can not be brought together: "
						+ systems.stream().map(TimeSystem::id).sorted().toList()
						+ ". Name the columns of times alike, such as bjd or btjd.",
				InputError.field("file", "different time systems"));
	}

	private static void requireOneStar(List<FileCurve> files) {
		List<String> targets = files.stream()
			.map((file) -> file.notes().target())
			.filter((target) -> !target.isEmpty())
			.distinct()
			.toList();
		if (targets.size() > 1) {
			throw new ProblemException(ErrorCode.AMBIGUOUS_TABLE,
					"The files are of different stars: " + CurveColumns.listed(targets) + ". Send those of one.",
					InputError.field("file", "files of different stars"));
		}
	}

	private static void requireApart(List<FileCurve> files) {
		for (int i = 1; i < files.size(); i++) {
			FileCurve before = files.get(i - 1);
			FileCurve file = files.get(i);
			double start = file.first() + file.system().offset();
			if (start <= before.last() + before.system().offset()) {
				throw new ProblemException(ErrorCode.AMBIGUOUS_TABLE,
						"File " + Quoted.of(file.notes().file()) + " begins before " + Quoted.of(before.notes().file())
								+ " ends, so that there are two curves of one time. " + "Send one of them.",
						InputError.field("file", "files overlap in time"));
			}
		}
	}

	private static void requireEnough(double[] fluxes) {
		if (fluxes.length < FEWEST) {
			throw new ProblemException(ErrorCode.TOO_FEW_POINTS,
					"The light curve has " + fluxes.length + " usable points; at least " + FEWEST + " are needed.",
					InputError.field("file", "too few points"));
		}
		if (Arrays.stream(fluxes).allMatch((flux) -> flux == fluxes[0])) {
			throw new ProblemException(ErrorCode.CONSTANT_FLUX,
					"All " + fluxes.length + " usable points have the same flux. Send what was measured.",
					InputError.field("file", "constant flux"));
		}
	}

	/** Two curves in one file alternate: long and short steps in turn. */
	private static void requireOneCurve(double[] times) {
		int uneven = 0;
		for (int i = 2; i < times.length; i++) {
			double both = times[i] - times[i - 2];
			double shorter = Math.min(times[i] - times[i - 1], times[i - 1] - times[i - 2]);
			uneven += (shorter < EVEN * both) ? 1 : 0;
		}
		if (uneven > MOST_UNEVEN * times.length) {
			throw new ProblemException(ErrorCode.AMBIGUOUS_TABLE,
					"Of the " + times.length + " points " + uneven + " lie between steps of very different length: two "
							+ "light curves of one star seem to be interleaved. Send one of them alone.",
					InputError.field("file", "two interleaved light curves"));
		}
	}

	/**
	 * Two stars of which one is brighter, halfway between each other in time: every other
	 * point lies above its neighbours. Of white noise alone 0.73 do so after one that
	 * lies below them.
	 */
	private static void requireOneBrightness(double[] fluxes) {
		if (fluxes.length < MANY) {
			return;
		}
		int turns = 0;
		double before = 0;
		for (int i = 1; i < fluxes.length - 1; i++) {
			double above = fluxes[i] - (fluxes[i - 1] + fluxes[i + 1]) / 2;
			turns += (above * before < 0) ? 1 : 0;
			before = above;
		}
		if (turns > MOST_TURNS * (fluxes.length - 3)) {
			throw new ProblemException(ErrorCode.AMBIGUOUS_TABLE,
					"Of the " + fluxes.length
							+ " points every other one is brighter than those beside it: the light curves of two "
							+ "stars seem to be interleaved. Send one of them alone.",
					InputError.field("file", "two interleaved light curves"));
		}
	}

	private static @Nullable Centroids centroids(double[][] values) {
		return (any(values[3]) && any(values[4])) ? new Centroids(values[3], values[4]) : null;
	}

	private static boolean any(double[] values) {
		return Arrays.stream(values).anyMatch((value) -> !Double.isNaN(value));
	}

}
