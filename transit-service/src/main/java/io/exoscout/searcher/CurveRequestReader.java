package io.exoscout.searcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.exoscout.transit.CurveSearch;
import io.exoscout.transit.CurveSearch.KnownStar;
import io.exoscout.transit.SearchOptions;
import io.exoscout.transit.box.StarSize;
import io.exoscout.lightcurve.file.CurveOptions;
import io.exoscout.lightcurve.FluxUnit;
import io.exoscout.lightcurve.SearchLimit;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.web.Parameters;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the {@code params} field of a light curve's form; every fault in it is named at
 * once, and nothing in it is passed over.
 */
record CurveRequestReader(JsonMapper json) {

	private static final int LISTED = 20;

	/**
	 * Reads and checks.
	 * @param params JSON text, or {@code null} or blank for the defaults
	 * @throws ProblemException {@code INVALID}, naming each fault: code
	 * {@code unknown_parameter} if there is an unknown name, else {@code invalid_params}
	 */
	CurveSearch read(@Nullable String params) {
		if (params == null || params.isBlank()) {
			return CurveSearch.DEFAULTS;
		}
		Given given = new Given("", Parameters.object(this.json, params, "{\"max_signals\": 3}"));
		CurveOptions reading = new CurveOptions(given.text("flux"), given.unit(), given.mask(),
				given.number(CurveOptions.CADENCE), given.whole(CurveOptions.ROW));
		Integer signals = given.whole(SearchOptions.SIGNALS);
		CurveSearch search = new CurveSearch(given.number(SearchOptions.WINDOW_DAYS),
				given.number(SearchOptions.PERIOD_MIN), given.number(SearchOptions.PERIOD_MAX),
				(signals != null) ? signals : SearchOptions.MAX_SIGNALS, star(given), reading);
		if (search.periodMin() != null && search.periodMax() != null && search.periodMin() >= search.periodMax()) {
			given.fault("period_min", "period_min is %s and period_max %s; the first has to be less"
				.formatted(search.periodMin(), search.periodMax()));
		}
		given.requireSound();
		return search;
	}

	private static @Nullable KnownStar star(Given given) {
		Given star = given.object("star");
		if (star == null) {
			return null;
		}
		KnownStar known = new KnownStar(star.number(StarSize.RADIUS), star.number(StarSize.MASS),
				star.number(StarSize.TEFF));
		star.finish();
		given.unknown |= star.unknown;
		return known;
	}

	/** What stands in an object, and what is wrong with it. */
	private static final class Given {

		private final String prefix;

		private final Map<String, Object> values;

		private final List<InputError> faults;

		private final TreeSet<String> known = new TreeSet<>();

		private boolean unknown;

		Given(String prefix, Map<String, Object> values) {
			this(prefix, values, new ArrayList<>());
		}

		private Given(String prefix, Map<String, Object> values, List<InputError> faults) {
			this.prefix = prefix;
			this.values = values;
			this.faults = faults;
		}

		@Nullable Double number(SearchLimit limit) {
			String name = bare(limit);
			Object value = value(name);
			if (value instanceof Number number && limit.allows(number.doubleValue())) {
				return number.doubleValue();
			}
			return refused(name, value, "a number from %s to %s".formatted(limit.least(), limit.most()));
		}

		@Nullable Integer whole(SearchLimit limit) {
			String name = bare(limit);
			Object value = value(name);
			if (value instanceof Integer number && limit.allows(number)) {
				return number;
			}
			return refused(name, value, "a whole number from %.0f to %.0f".formatted(limit.least(), limit.most()));
		}

		private String bare(SearchLimit limit) {
			return limit.name().substring(this.prefix.length());
		}

		@Nullable String text(String name) {
			Object value = value(name);
			if (value instanceof String text && !text.isBlank() && text.length() <= 200) {
				return text.strip();
			}
			return refused(name, value, "a name of 1 to 200 characters");
		}

		@Nullable FluxUnit unit() {
			Object value = value("unit");
			FluxUnit unit = (value instanceof String word) ? FluxUnit.of(word) : null;
			return (unit != null) ? unit : refused("unit", value, "one of " + FluxUnit.ids());
		}

		/** The sum of bits is a number, the rest are words. */
		@Nullable String mask() {
			Object value = value("quality_mask");
			boolean bits = (value instanceof Integer || value instanceof Long) && ((Number) value).longValue() >= 0;
			boolean word = value instanceof String text && List.of("default", "none", "hard").contains(text);
			return (bits || word) ? String.valueOf(value) : refused("quality_mask", value,
					"one of default, none and hard, or the sum of the bits as a number");
		}

		@Nullable Given object(String name) {
			Object value = value(name);
			if (value instanceof Map<?, ?> map) {
				@SuppressWarnings("unchecked") // keys of a JSON object are strings
				Map<String, Object> given = (Map<String, Object>) map;
				return new Given(name + ".", given, this.faults);
			}
			return refused(name, value, "an object");
		}

		void fault(String name, String message) {
			this.faults.add(InputError.field(this.prefix + name, message));
		}

		/** Names what was not asked for. */
		void finish() {
			for (String name : this.values.keySet()) {
				if (!this.known.contains(name)) {
					this.unknown = true;
					fault(Quoted.shortened(name), "'%s' is no parameter; known are %s"
						.formatted(this.prefix + Quoted.shortened(name), this.known));
				}
			}
		}

		void requireSound() {
			finish();
			if (!this.faults.isEmpty()) {
				List<InputError> shown = this.faults.subList(0, Math.min(this.faults.size(), LISTED));
				throw new ProblemException(this.unknown ? ErrorCode.UNKNOWN_PARAMETER : ErrorCode.INVALID_PARAMS,
						"params: " + String.join("; ", shown.stream().map(InputError::message).toList()), shown);
			}
		}

		private @Nullable Object value(String name) {
			this.known.add(name);
			return this.values.get(name);
		}

		private <T> @Nullable T refused(String name, @Nullable Object value, String accepted) {
			if (value != null) {
				fault(name,
						"%s is '%s'; accepted is %s".formatted(this.prefix + name, Quoted.shortened(value), accepted));
			}
			return null;
		}

	}

}
