package io.exoscout.lightcurve.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.lightcurve.LightCurve;
import io.exoscout.lightcurve.TimeSystem;
import org.jspecify.annotations.Nullable;

/**
 * What was understood of a light curve.
 *
 * @param files it was read from, in the order of time
 * @param target the name of the star, if a file says it
 * @param star what a file says of the star
 * @param timeSystem what times count from
 * @param points usable points of all files
 * @param pointsBeforeAveraging how many there were before those of a shorter cadence than
 * others were averaged; none if all have the same
 * @param start the first of their times, in days
 * @param end the last of them
 * @param cadenceMinutes the median step between neighbouring points
 * @param gaps how many steps are longer than half a day
 * @param longestGaps the longest of them, by time
 * @param noisePpm scatter from point to point, in parts per million of the flux: what is
 * left of the noise when everything slow is taken out
 * @param centroids whether it is known where the light fell
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CurveReport(List<FileReport> files, @Nullable String target, @Nullable HeaderStar star,
		TimeSystem timeSystem, int points, @Nullable Integer pointsBeforeAveraging, double start, double end,
		double cadenceMinutes, int gaps, List<Gap> longestGaps, double noisePpm, boolean centroids) {

	private static final int MOST_GAPS = 20;

	/**
	 * A time without points.
	 *
	 * @param start the time of the point before it
	 * @param days how long it is
	 */
	public record Gap(double start, double days) {
	}

	static CurveReport of(List<FileCurve> files, LightCurve joined, LightCurve curve) {
		List<Gap> gaps = new ArrayList<>();
		for (int i = 1; i < curve.size(); i++) {
			double step = curve.time(i) - curve.time(i - 1);
			if (step > LightCurve.GAP) {
				gaps.add(new Gap(curve.time(i - 1), step));
			}
		}
		List<Gap> longest = gaps.stream()
			.sorted(Comparator.comparingDouble(Gap::days).reversed())
			.limit(MOST_GAPS)
			.sorted(Comparator.comparingDouble(Gap::start))
			.toList();
		return new CurveReport(files.stream().map(FileReport::of).toList(), target(files), star(files), curve.system(),
				curve.size(), (curve.size() < joined.size()) ? joined.size() : null, curve.time(0),
				curve.time(curve.size() - 1), curve.cadence() * 24 * 60, gaps.size(), longest, noise(curve),
				curve.centroids() != null);
	}

	private static @Nullable String target(List<FileCurve> files) {
		return files.stream()
			.map((file) -> file.notes().target())
			.filter((name) -> !name.isEmpty())
			.findFirst()
			.orElse(null);
	}

	private static @Nullable HeaderStar star(List<FileCurve> files) {
		return files.stream()
			.map((file) -> file.notes().star())
			.filter((star) -> star != null)
			.findFirst()
			.orElse(null);
	}

	/** Of two neighbours the difference scatters by the root of two more than each. */
	private static double noise(LightCurve curve) {
		double[] steps = new double[curve.size() - 1];
		for (int i = 0; i < steps.length; i++) {
			steps[i] = curve.flux(i + 1) - curve.flux(i);
		}
		double level = FluxSpread.of(curve.fluxes()).median();
		return 1e6 * FluxSpread.of(steps).sigma() / Math.sqrt(2) / level;
	}

}
