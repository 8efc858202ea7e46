package io.exoscout.online;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.exoscout.cleaning.TimeSpans;
import io.exoscout.cleaning.StreamFeature;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/** Whether the parts of a definition go together. */
record DefinitionCheck(String name, List<String> id, @Nullable String time, List<String> keys,
		List<StreamFeature> features) {

	private static final int LONGEST_NAME = 100;

	private static final int MOST_COLUMNS = 200;

	/** Each key keeps as many numbers as all lags together ask for. */
	private static final int MOST_LAGGED = 2000;

	/** Each event is looked at by as many windows. */
	private static final int MOST_WINDOWS = 100;

	private static final int MOST_PARTS = 5;

	private static final int MOST_WORDS = 100;

	void check(Duration allowedLateness, LabelRule label) {
		name("name", this.name);
		names("id", this.id);
		names("keys", this.keys);
		if (this.keys.contains(label.column())) {
			throw refused("keys", this.keys.toString(), "other columns than the label's, which is to be predicted");
		}
		if (this.time != null) {
			name("time", this.time);
		}
		label(label);
		lateness(allowedLateness);
		features(label);
	}

	private void label(LabelRule label) {
		name("label.column", label.column());
		words("label.positive", label.positive());
		words("label.negative", label.negative());
		if (label.positive().isEmpty()) {
			throw refused("label.positive", "empty", "at least one value");
		}
		if (label.negative().stream().anyMatch(label.positive()::contains)) {
			throw refused("label.negative", label.negative().toString(), "values that are not positive as well");
		}
		if (label.arrives() == LabelArrival.LATER) {
			later(label);
		}
		else if (label.known() != null) {
			throw refused("label.known", Quoted.of(label.known()), "nothing, since labels arrive with_event");
		}
	}

	private void later(LabelRule label) {
		if (this.id.isEmpty()) {
			throw refused("id", "empty",
					"the columns that name an event, since labels that come later find it by them");
		}
		if (this.time == null) {
			throw refused("time", "absent", "the column of the event's time, since labels that come later time out");
		}
		if (label.timeout().isZero() || label.timeout().isNegative()) {
			throw refused("label.timeout", TimeSpans.text(label.timeout()),
					"more than nothing, since labels come later");
		}
		if (label.known() != null) {
			name("label.known", label.known());
		}
	}

	private void lateness(Duration lateness) {
		if (lateness.isNegative() || (this.time == null && !lateness.isZero())) {
			throw refused("allowed_lateness", TimeSpans.text(lateness),
					(this.time == null) ? "nothing, since events have no time" : "0 or more");
		}
	}

	private void features(LabelRule label) {
		if (this.features.isEmpty() || this.features.size() > MOST_COLUMNS) {
			throw refused("features", this.features.size() + " columns", "1 to " + MOST_COLUMNS);
		}
		long kept = this.features.stream()
			.mapToLong((feature) -> (long) feature.lag() * (1 + feature.rolling().size()))
			.sum();
		if (kept > MOST_LAGGED) {
			throw refused("features", kept + " values kept of each key for lags",
					"up to %d in all (lag times 1 and the number of rolling windows)".formatted(MOST_LAGGED));
		}
		long windows = this.features.stream().mapToLong((feature) -> feature.rolling().size()).sum();
		if (windows > MOST_WINDOWS) {
			throw refused("features", windows + " rolling windows", "up to " + MOST_WINDOWS + " in all");
		}
		Set<String> seen = new HashSet<>();
		for (int i = 0; i < this.features.size(); i++) {
			String path = "features[" + i + "]";
			StreamFeature feature = this.features.get(i);
			name(path + ".column", feature.column());
			feature.check(path);
			if (!seen.add(feature.column() + ' ' + feature.lag())) {
				throw refused(path + ".column", Quoted.of(feature.column()), "each column once per lag");
			}
			// what comes later is sealed: the label of the event before may come later
			// still
			if (feature.column().equals(label.column())
					&& (feature.lag() == 0 || label.arrives() == LabelArrival.LATER)) {
				throw refused(path + ".column", Quoted.of(feature.column()), "another than the label's");
			}
			if (this.time == null && !feature.rolling().isEmpty()) {
				throw refused(path + ".rolling", "there", "nothing, since events have no time");
			}
		}
	}

	private static void names(String field, List<String> names) {
		if (names.size() > MOST_PARTS) {
			throw refused(field, names.size() + " columns", "at most " + MOST_PARTS);
		}
		names.forEach((name) -> name(field, name));
		if (Set.copyOf(names).size() < names.size()) {
			throw refused(field, names.toString(), "each column once");
		}
	}

	private static void words(String field, List<String> words) {
		if (words.size() > MOST_WORDS) {
			throw refused(field, words.size() + " values", "at most " + MOST_WORDS);
		}
		words.forEach((word) -> name(field, word));
	}

	private static void name(String field, String name) {
		if (name.isBlank() || !name.strip().equals(name) || name.length() > LONGEST_NAME
				|| name.chars().anyMatch(Character::isISOControl)) {
			throw refused(field, Quoted.of(name),
					"1 to %d characters, no blanks around them, no control characters".formatted(LONGEST_NAME));
		}
	}

	private static ProblemException refused(String field, String value, String accepted) {
		return ProblemException.invalidField(field,
				"Field '%s' is %s; accepted is %s.".formatted(field, Quoted.shortened(value), accepted));
	}

}
