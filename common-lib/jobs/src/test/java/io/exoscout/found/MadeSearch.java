package io.exoscout.found;

import java.util.List;
import java.util.Map;

import io.exoscout.found.SearchDocument.FoundTransit;
import io.exoscout.lightcurve.TimeSystem;
import io.exoscout.lightcurve.file.CurveReport;
import io.exoscout.transit.CurveSearch.KnownStar;
import io.exoscout.transit.GridUsed;
import org.jspecify.annotations.Nullable;

/** Made-up searches: of Kepler's tenth star a candidate, an eclipse and a false alarm. */
public final class MadeSearch {

	/** Kepler-10, as the KOI table has it. */
	public static final KnownStar STAR = new KnownStar(1.044, 0.884, 5676.0);

	private MadeSearch() {
	}

	/** A search of a mission's light curve; {@code null} if nobody knows whose it is. */
	public static SearchDocument of(String jobId, @Nullable String mission, @Nullable KnownStar star,
			FoundTransit... signals) {
		CurveReport curve = new CurveReport(List.of(), (mission != null) ? "KIC 11904151" : null, null, TimeSystem.BKJD,
				50_000, null, 131.5, 1590.5, 29.4, 20, List.of(), 60, false);
		return new SearchDocument(jobId, mission, curve, star, Map.of(), 60, new GridUsed(0.4, 700, 1000, 3, 1, 1, 1),
				"max_signals", List.of(signals));
	}

	/** A signal that comes every so many days. */
	public static FoundTransit signal(int number, double period, String verdict) {
		return new FoundTransit(number, false, period, 1e-5, 132.4, 1e-3, 1.81, 0.02, 152.25, 2.5, 0.0123, 0.3, 60, 40,
				900, verdict, List.of(), List.of(), List.of(),
				Map.of("model_depth_ppm", 160.125, "radius_ratio", 0.0123, "radius_ratio_error", 2e-4, "impact_error",
						0.05, "planet_radius_earth", 1.43, "axis_over_star", 3.4, "model_snr", 71.5, "max_ses", 5.25,
						"mes", 60.0, "odd_even_probability", 0.42));
	}

	/** An event that was seen once. */
	public static FoundTransit once(int number) {
		return new FoundTransit(number, true, null, null, 140.5, 0.01, 12, 0.1, 900, 30.0, 0.03, 0.1, 20, 15, 1,
				"candidate", List.of(), List.of(), List.of(),
				Map.of("model_depth_ppm", 905.0, "planet_radius_earth", 3.5));
	}

}
