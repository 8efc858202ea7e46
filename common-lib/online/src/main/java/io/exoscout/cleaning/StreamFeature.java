package io.exoscout.cleaning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;

/**
 * One column of a stream, and what is made of it.
 *
 * @param column its name
 * @param missing numbers that stand for a missing value, e.g. 9999.9
 * @param impute what stands in for a missing value
 * @param imputeByKey whether that is found among the values of the event's own key, as
 * long as it has any, or among all
 * @param rolling statistics over windows of event time, per key, of values as they came
 * (missing ones left out); each is a feature of its own
 * @param lag 0 for the event's own value; n for that (and those rolling statistics) of
 * the event of the same key that came n before, which makes a diagnosis a prediction
 */
public record StreamFeature(String column, List<Double> missing, Imputation impute, boolean imputeByKey,
		List<RollingWindow> rolling, int lag) {

	private static final int MOST_SENTINELS = 20;

	private static final int MOST_WINDOWS = 20;

	private static final int LONGEST_LAG = 1000;

	/** Copies the lists. What is wrong is said by {@link #check}. */
	public StreamFeature {
		missing = List.copyOf(missing);
		rolling = List.copyOf(rolling);
	}

	/** A column as it is. */
	public static StreamFeature of(String column) {
		return new StreamFeature(column, List.of(), Imputation.NONE, false, List.of(), 0);
	}

	/**
	 * Sees to it that this makes sense.
	 * @param path where it stands in the definition, for messages
	 * @throws ProblemException with {@code invalid_input} if it does not
	 */
	public void check(String path) {
		if (this.missing.size() > MOST_SENTINELS) {
			throw refused(path, "missing", this.missing.size() + " values", "at most " + MOST_SENTINELS);
		}
		for (double sentinel : this.missing) {
			if (!Double.isFinite(sentinel)) {
				throw refused(path, "missing", String.valueOf(sentinel), "a finite number");
			}
		}
		if (this.lag < 0 || this.lag > LONGEST_LAG) {
			throw refused(path, "lag", String.valueOf(this.lag), "0 to " + LONGEST_LAG);
		}
		if (this.imputeByKey && !this.impute.learned()) {
			throw refused(path, "impute_by_key", "true", "false where impute is " + this.impute.id());
		}
		if (this.rolling.size() > MOST_WINDOWS) {
			throw refused(path, "rolling", this.rolling.size() + " windows", "at most " + MOST_WINDOWS);
		}
		Set<RollingWindow> seen = new HashSet<>();
		for (int i = 0; i < this.rolling.size(); i++) {
			this.rolling.get(i).check(path + ".rolling[" + i + "]");
			if (!seen.add(this.rolling.get(i))) {
				throw refused(path, "rolling[" + i + "]", "there twice", "each window and statistic once");
			}
		}
	}

	/** The names of the features it makes: its value first, then its statistics. */
	List<String> names() {
		String base = (this.lag == 0) ? this.column : this.column + "_lag" + this.lag;
		return Stream
			.concat(Stream.of(base), this.rolling.stream()
				.map((rolling) -> base + "_" + rolling.statistic().id() + "_" + TimeSpans.text(rolling.window())))
			.toList();
	}

	private static ProblemException refused(String path, String field, String value, String accepted) {
		return ProblemException.invalidField(path + "." + field,
				"Field '%s.%s' is %s; accepted is %s.".formatted(path, field, Quoted.shortened(value), accepted));
	}

}
