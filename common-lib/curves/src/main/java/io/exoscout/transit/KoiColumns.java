package io.exoscout.transit;

import java.util.LinkedHashMap;
import java.util.Map;

import io.exoscout.lightcurve.TimeSystem;
import org.jspecify.annotations.Nullable;

/**
 * A signal in the columns of the archive's table of KOIs, by what the archive says of
 * each (NASA Exoplanet Archive, "Data columns in Kepler Objects of Interest Table"), so
 * that a model trained on such a table scores it. What is not known is left out; flags of
 * the Robovetter are verdicts, and not among them.
 */
public final class KoiColumns {

	/** What times of {@code koi_time0bk} count from. */
	private static final double BKJD = 2_454_833;

	private KoiColumns() {
	}

	/**
	 * The columns.
	 * @param system what the signal's epoch counts from; without a known date there is no
	 * epoch
	 */
	public static Map<String, Double> of(TransitSignal signal, TimeSystem system) {
		Map<String, Double> columns = new LinkedHashMap<>();
		put(columns, "koi_period", signal.period());
		put(columns, "koi_period_err1", signal.periodError());
		if (system != TimeSystem.RELATIVE) {
			put(columns, "koi_time0bk", signal.epoch() + system.offset() - BKJD);
			put(columns, "koi_time0bk_err1", signal.epochError());
		}
		put(columns, "koi_duration", signal.durationHours());
		put(columns, "koi_duration_err1", signal.durationErrorHours());
		put(columns, "koi_ingress", signal.ingressShare() * signal.durationHours());
		measured(columns, signal.diagnostics());
		if (!signal.singleEvent()) {
			put(columns, "koi_num_transits", (double) signal.transits());
		}
		return columns;
	}

	private static void measured(Map<String, Double> columns, Map<String, Double> values) {
		put(columns, "koi_depth", values.get("model_depth_ppm"));
		put(columns, "koi_ror", values.get("radius_ratio"));
		put(columns, "koi_ror_err1", values.get("radius_ratio_error"));
		put(columns, "koi_impact", values.get("impact"));
		put(columns, "koi_impact_err1", values.get("impact_error"));
		put(columns, "koi_dor", values.get("axis_over_star"));
		put(columns, "koi_prad", values.get("planet_radius_earth"));
		put(columns, "koi_model_snr", values.get("model_snr"));
		put(columns, "koi_max_sngle_ev", values.get("max_ses"));
		put(columns, "koi_max_mult_ev", values.get("mes"));
		put(columns, "koi_bin_oedp_sig", values.get("odd_even_probability"));
	}

	private static void put(Map<String, Double> columns, String name, @Nullable Double value) {
		if (value != null && Double.isFinite(value)) {
			columns.put(name, value);
		}
	}

}
