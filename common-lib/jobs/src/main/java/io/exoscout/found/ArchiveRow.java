package io.exoscout.found;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.exoscout.transit.CurveSearch.KnownStar;
import io.exoscout.lightcurve.TimeSystem;
import io.exoscout.found.SearchDocument.FoundTransit;
import io.exoscout.web.CsvColumn;
import org.jspecify.annotations.Nullable;

/**
 * A signal as a row of one of the archive's tables, in its names and units: cumulative
 * KOIs, TOIs, or K2 planets and candidates. What was not measured is blank.
 *
 * @param document the search
 * @param signal one of its signals
 */
public record ArchiveRow(SearchDocument document, FoundTransit signal) {

	private static final double KEPLER_DAY = TimeSystem.BKJD.offset();

	private static final double PER_CENT = 1e4;

	/** The columns for a mission; those of Kepler if none is known. */
	public static List<CsvColumn<ArchiveRow>> columns(@Nullable String mission) {
		return switch (Objects.requireNonNullElse(mission, "kepler")) {
			case "tess" -> TOI;
			case "k2" -> K2;
			default -> KOI;
		};
	}

	/**
	 * The same cells by their columns, in order, as rows are sent to be scored.
	 * @param mission whose columns they are where nobody knows whose light curve it is
	 */
	public Map<String, @Nullable Object> cells(String mission) {
		Map<String, @Nullable Object> cells = new LinkedHashMap<>();
		columns(Objects.requireNonNullElse(this.document.dataSource(), mission))
			.forEach((column) -> cells.put(column.name(), column.cell().apply(this)));
		return cells;
	}

	private static final List<CsvColumn<ArchiveRow>> KOI = List.of(column("kepid", ArchiveRow::catalogue),
			column("kepoi_name", ArchiveRow::name), column("koi_period", (row) -> row.signal().period()),
			column("koi_period_err1", (row) -> row.signal().periodError()),
			column("koi_period_err2", (row) -> less(row.signal().periodError())),
			column("koi_time0bk", (row) -> row.epoch(KEPLER_DAY)),
			column("koi_time0bk_err1", (row) -> row.signal().epochError()),
			column("koi_time0bk_err2", (row) -> less(row.signal().epochError())),
			column("koi_impact", (row) -> row.signal().impact()),
			column("koi_impact_err1", (row) -> row.figure("impact_error")),
			column("koi_impact_err2", (row) -> less(row.figure("impact_error"))),
			column("koi_duration", (row) -> row.signal().durationHours()),
			column("koi_duration_err1", (row) -> row.signal().durationErrorHours()),
			column("koi_duration_err2", (row) -> less(row.signal().durationErrorHours())),
			column("koi_ingress", ArchiveRow::ingressHours),
			column("koi_depth", (row) -> row.figure("model_depth_ppm")),
			column("koi_depth_err1", (row) -> row.signal().depthErrorPpm()),
			column("koi_depth_err2", (row) -> less(row.signal().depthErrorPpm())),
			column("koi_ror", (row) -> row.figure("radius_ratio")),
			column("koi_ror_err1", (row) -> row.figure("radius_ratio_error")),
			column("koi_ror_err2", (row) -> less(row.figure("radius_ratio_error"))),
			column("koi_prad", ArchiveRow::radius), column("koi_sma", (row) -> row.orbit().axis()),
			column("koi_incl", ArchiveRow::inclination), column("koi_teq", (row) -> row.orbit().temperature()),
			column("koi_insol", (row) -> row.orbit().insolation()),
			column("koi_dor", (row) -> row.figure("axis_over_star")),
			column("koi_model_snr", (row) -> row.figure("model_snr")),
			column("koi_num_transits", (row) -> row.signal().singleEvent() ? null : row.signal().transits()),
			column("koi_max_sngle_ev", (row) -> row.figure("max_ses")),
			column("koi_max_mult_ev", (row) -> row.figure("mes")),
			column("koi_bin_oedp_sig", (row) -> row.figure("odd_even_probability")),
			column("koi_fwm_stat_sig", (row) -> row.figure("centroid_shift_probability")),
			column("koi_steff", (row) -> row.star().teff()), column("koi_slogg", (row) -> row.orbit().gravity()),
			column("koi_srad", (row) -> row.star().radius()), column("koi_smass", (row) -> row.star().mass()),
			column("exoscout_verdict", (row) -> row.signal().verdict()));

	private static final List<CsvColumn<ArchiveRow>> TOI = List.of(column("tid", ArchiveRow::catalogue),
			column("toi", ArchiveRow::name), column("pl_orbper", (row) -> row.signal().period()),
			column("pl_orbpererr1", (row) -> row.signal().periodError()),
			column("pl_orbpererr2", (row) -> less(row.signal().periodError())),
			column("pl_tranmid", (row) -> row.epoch(0)), column("pl_tranmiderr1", (row) -> row.signal().epochError()),
			column("pl_tranmiderr2", (row) -> less(row.signal().epochError())),
			column("pl_trandurh", (row) -> row.signal().durationHours()),
			column("pl_trandurherr1", (row) -> row.signal().durationErrorHours()),
			column("pl_trandurherr2", (row) -> less(row.signal().durationErrorHours())),
			column("pl_trandep", (row) -> row.signal().depthPpm()),
			column("pl_trandeperr1", (row) -> row.signal().depthErrorPpm()),
			column("pl_trandeperr2", (row) -> less(row.signal().depthErrorPpm())),
			column("pl_rade", ArchiveRow::radius), column("pl_insol", (row) -> row.orbit().insolation()),
			column("pl_eqt", (row) -> row.orbit().temperature()), column("st_teff", (row) -> row.star().teff()),
			column("st_logg", (row) -> row.orbit().gravity()), column("st_rad", (row) -> row.star().radius()),
			column("exoscout_verdict", (row) -> row.signal().verdict()));

	private static final List<CsvColumn<ArchiveRow>> K2 = List.of(column("epic_hostname", ArchiveRow::target),
			column("epic_candname", ArchiveRow::name), column("pl_orbper", (row) -> row.signal().period()),
			column("pl_orbpererr1", (row) -> row.signal().periodError()), column("pl_tranmid", (row) -> row.epoch(0)),
			column("pl_trandur", (row) -> row.signal().durationHours()),
			column("pl_trandep", (row) -> row.signal().depthPpm() / PER_CENT),
			column("pl_ratror", (row) -> row.signal().radiusRatio()),
			column("pl_imppar", (row) -> row.signal().impact()), column("pl_rade", ArchiveRow::radius),
			column("st_teff", (row) -> row.star().teff()), column("st_rad", (row) -> row.star().radius()),
			column("st_mass", (row) -> row.star().mass()), column("exoscout_verdict", (row) -> row.signal().verdict()));

	private static CsvColumn<ArchiveRow> column(String name, Cell cell) {
		return new CsvColumn<>(name, cell::of);
	}

	/** What stands in a cell. */
	private interface Cell {

		@Nullable Object of(ArchiveRow row);

	}

	private KnownStar star() {
		return Objects.requireNonNullElse(this.document.star(), new KnownStar(null, null, null));
	}

	/** In radii of the Earth, of a star whose own is known. */
	private @Nullable Double radius() {
		return (star().radius() != null) ? figure("planet_radius_earth") : null;
	}

	private FoundOrbit orbit() {
		return new FoundOrbit(this.signal.period(), star());
	}

	/** In degrees, of a circular orbit. */
	private @Nullable Double inclination() {
		Double axis = figure("axis_over_star");
		Double impact = this.signal.impact();
		return (axis != null && impact != null && impact <= axis) ? Math.toDegrees(Math.acos(impact / axis)) : null;
	}

	/** The lower uncertainty of a standard deviation: the archive has it below zero. */
	private static @Nullable Double less(@Nullable Double error) {
		return (error != null) ? -error : null;
	}

	private @Nullable Double ingressHours() {
		Double share = figure("ingress_share");
		return (share != null) ? share * this.signal.durationHours() : null;
	}

	private @Nullable Double figure(String name) {
		return this.signal.diagnostics().get(name);
	}

	private @Nullable String target() {
		return (this.document.curve() != null) ? this.document.curve().target() : null;
	}

	/** The star's number in the catalogue of its mission. */
	private @Nullable String catalogue() {
		String target = target();
		return (target != null && target.matches("(KIC|TIC|EPIC) ?\\d+")) ? target.replaceFirst("\\D+", "") : null;
	}

	/** Of a star that has none of its own yet, with the number of the signal. */
	private String name() {
		return Objects.requireNonNullElse(target(), "light curve") + ".%02d".formatted(this.signal.number());
	}

	/**
	 * A middle of a transit, from another day on; none if nobody knows what times count
	 * from.
	 */
	private @Nullable Double epoch(double day) {
		TimeSystem system = (this.document.curve() != null) ? this.document.curve().timeSystem() : TimeSystem.RELATIVE;
		return (system == TimeSystem.RELATIVE) ? null : this.signal.epoch() + (system.offset() - day);
	}

}
