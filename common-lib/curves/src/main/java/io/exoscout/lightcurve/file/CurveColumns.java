package io.exoscout.lightcurve.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import io.exoscout.lightcurve.FluxUnit;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a table is which, by the names that missions (Kepler Archive Manual,
 * TESS Science Data Products Description), their high level products and people use.
 * Positions are from 0; -1 where there is no such column.
 *
 * @param time when
 * @param flux how bright
 * @param error its standard deviation
 * @param quality bits, or whether a point is bad
 * @param centroidColumn where the light fell
 * @param centroidRow where the light fell
 */
record CurveColumns(int time, int flux, int error, int quality, int centroidColumn, int centroidRow) {

	static final List<String> TIMES = List.of("time", "t", "btjd", "time_btjd", "bkjd", "time_bkjd", "bjd", "bjd_tdb",
			"time_bjd", "time_bjd_tdb", "barytime", "hjd", "time_hjd", "jd", "time_jd", "mjd", "date", "dates", "days",
			"bjd_utc");

	/** Those that were corrected furthest come first. */
	private static final List<String> FLUXES = List.of("pdcsap_flux", "kspsap_flux", "fcor", "corrflux", "corr_flux",
			"cor_flux", "flux_corr", "flux_corrected", "det_flux", "detrended_flux", "flux_detrended",
			"normalized_flux", "norm_flux", "flux_norm", "relative_flux", "rel_flux", "flux", "f", "sap_flux", "fraw",
			"raw_flux", "flux_raw", "mag", "magnitude", "mags", "kepmag_lc", "tmag_lc");

	private static final List<String> ERRORS = List.of("flux_err", "flux_error", "fluxerr", "ferr", "f_err", "e_flux",
			"eflux", "flux_unc", "sigma_flux", "error", "err", "sigma", "e_mag", "mag_err", "magerr");

	private static final List<String> QUALITIES = List.of("sap_quality", "quality", "quality_flag", "quality_flags",
			"flags", "moving", "mask", "bad", "is_bad", "outlier", "is_outlier");

	private static final List<List<String>> CENTROIDS = List.of(List.of("mom_centr1", "mom_centr2"),
			List.of("centroid_col", "centroid_row"), List.of("centroids_x", "centroids_y"),
			List.of("psf_centr1", "psf_centr2"), List.of("xpos", "ypos"));

	/**
	 * Looks for the columns of a light curve.
	 * @param names of a table's columns, as written
	 * @param wanted the column of fluxes, or {@code null}
	 * @param timeless whether it may be without times
	 * @throws ProblemException {@code no_time_column}, {@code no_flux_column} or
	 * {@code ambiguous_table}
	 */
	static CurveColumns of(List<String> names, @Nullable String wanted, boolean timeless) {
		List<String> lower = names.stream().map((name) -> name.toLowerCase(Locale.ROOT).strip()).toList();
		int time = first(lower.stream().map(CurveColumns::bare).toList(), TIMES);
		if (time < 0 && !timeless) {
			throw new ProblemException(ErrorCode.NO_TIME_COLUMN,
					"None of the columns " + listed(names) + " is known to hold times, such as \"time\" or \"bjd\". "
							+ "Rename it; or send `cadence_minutes`, if points are equally far apart.",
					InputError.field("file", "no column of times"));
		}
		int flux = (wanted != null) ? wantedFlux(names, lower, wanted) : flux(names, lower);
		if (flux == time) {
			throw ProblemException.invalidParameter("flux", "`flux` names column " + Quoted.of(names.get(flux))
					+ ", which holds the times; there are " + listed(names) + ".");
		}
		requireOnce(names, lower, time);
		requireOnce(names, lower, flux);
		int pair = centroids(lower);
		return new CurveColumns(time, flux, error(lower, lower.get(flux)), first(lower, QUALITIES),
				(pair < 0) ? -1 : lower.indexOf(CENTROIDS.get(pair).get(0)),
				(pair < 0) ? -1 : lower.indexOf(CENTROIDS.get(pair).get(1)));
	}

	/**
	 * Without what is subtracted or put in brackets: {@code BJD-2450000},
	 * {@code Time [BTJD]}.
	 */
	private static String bare(String name) {
		return name.replaceFirst("\\s*[-(\\[].*", "");
	}

	/** Whether some column may be the flux of a light curve. */
	static boolean anyFlux(List<String> names) {
		return names.stream().map((name) -> name.toLowerCase(Locale.ROOT)).anyMatch(FLUXES::contains);
	}

	/** All positions that are used, in the order of the components. */
	List<Integer> used() {
		return IntStream.of(this.time, this.flux, this.error, this.quality, this.centroidColumn, this.centroidRow)
			.filter((position) -> position >= 0)
			.boxed()
			.toList();
	}

	private static int flux(List<String> names, List<String> lower) {
		int known = first(lower, FLUXES);
		if (known >= 0) {
			return known;
		}
		List<Integer> alike = new ArrayList<>();
		for (int i = 0; i < lower.size(); i++) {
			String name = lower.get(i);
			if ((name.contains("flux") || FluxUnit.isMagnitude(name)) && !name.contains("err") && !name.contains("bkg")
					&& !name.contains("background") && !name.contains("unc")) {
				alike.add(i);
			}
		}
		if (alike.size() == 1) {
			return alike.get(0);
		}
		if (alike.isEmpty()) {
			throw new ProblemException(ErrorCode.NO_FLUX_COLUMN, "None of the columns " + listed(names)
					+ " is known to hold fluxes, such as \"flux\" or \"PDCSAP_FLUX\". Name the one that does as `flux`.",
					InputError.field("file", "no column of fluxes"));
		}
		throw new ProblemException(ErrorCode.AMBIGUOUS_TABLE,
				"Each of the columns " + listed(alike.stream().map(names::get).toList())
						+ " could hold the fluxes. Name one of them as `flux`.",
				InputError.field("file", "several columns of fluxes"));
	}

	private static void requireOnce(List<String> names, List<String> lower, int position) {
		if (position >= 0 && lower.lastIndexOf(lower.get(position)) != position) {
			throw new ProblemException(ErrorCode.AMBIGUOUS_TABLE,
					"There are two columns " + Quoted.of(names.get(position)) + ". Rename or remove one of them.",
					InputError.column(names.get(position), "occurs twice"));
		}
	}

	private static int wantedFlux(List<String> names, List<String> lower, String wanted) {
		String name = wanted.toLowerCase(Locale.ROOT).strip();
		for (String whole : List.of(name, name + "_flux")) {
			if (lower.contains(whole)) {
				return lower.indexOf(whole);
			}
		}
		throw new ProblemException(ErrorCode.NO_FLUX_COLUMN,
				"There is no column " + Quoted.of(wanted) + ", which `flux` names; there are " + listed(names) + ".",
				InputError.field("flux", "no such column"));
	}

	/** The error of this very flux, or of the only one there is. */
	private static int error(List<String> names, String flux) {
		for (String own : List.of(flux + "_err", flux + "_error", flux + "err", "e_" + flux, flux + "_unc")) {
			if (names.contains(own)) {
				return names.indexOf(own);
			}
		}
		return first(names, ERRORS);
	}

	private static int centroids(List<String> names) {
		return IntStream.range(0, CENTROIDS.size())
			.filter((pair) -> names.containsAll(CENTROIDS.get(pair)))
			.findFirst()
			.orElse(-1);
	}

	private static int first(List<String> names, List<String> wanted) {
		return wanted.stream().filter(names::contains).mapToInt(names::indexOf).findFirst().orElse(-1);
	}

	static String listed(List<String> names) {
		int most = 20;
		String some = String.join(", ", names.stream().limit(most).map(Quoted::of).toList());
		return (names.size() <= most) ? some : some + " and " + (names.size() - most) + " more";
	}

}
