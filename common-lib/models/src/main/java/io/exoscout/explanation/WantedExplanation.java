package io.exoscout.explanation;

import java.util.List;
import java.util.stream.IntStream;

import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * How a caller wants predictions explained.
 *
 * @param features how many features to name in each explanation, 0 for none
 * @param className the class whose probability is explained; {@code null} for that which
 * is predicted of each row
 * @param least rows are only explained from this probability of the class on;
 * {@code null} for all of them
 * @param unit what the parts are measured in, calibration included; {@code null} for the
 * model's own scores before calibration
 */
public record WantedExplanation(int features, @Nullable String className, @Nullable Double least,
		@Nullable ScoreUnit unit) {

	/** Explains nothing. */
	public static final WantedExplanation NONE = new WantedExplanation(0, null, null, null);

	private static final int MOST_FEATURES = 100;

	public WantedExplanation {
		if (features < 0 || features > MOST_FEATURES) {
			throw ProblemException.invalidParameter("explain",
					"explain is %d; accepted is 0 to %d".formatted(features, MOST_FEATURES));
		}
		if (least != null && !(least >= 0 && least <= 1)) {
			throw ProblemException.invalidParameter("explain_min",
					"explain_min is %s; accepted is a probability from 0 to 1".formatted(least));
		}
		if (features == 0) {
			requireNone("explain_class", className);
			requireNone("explain_min", least);
			requireNone("unit", unit);
		}
	}

	/** What is asked for in the words of the HTTP contract. */
	public static WantedExplanation of(int features, @Nullable String className, @Nullable Double least,
			@Nullable String unit) {
		return new WantedExplanation(features, className, least, (unit != null) ? unit(unit) : null);
	}

	private static ScoreUnit unit(String unit) {
		return ScoreUnit.of(unit)
			.orElseThrow(() -> ProblemException.invalidParameter("unit",
					"unit is '%s'; accepted are %s".formatted(Quoted.shortened(unit), ScoreUnit.ids())));
	}

	private static void requireNone(String parameter, @Nullable Object value) {
		if (value != null) {
			throw ProblemException.invalidParameter(parameter,
					"%s says how to explain, and nothing is to be explained; add explain=3, for example"
						.formatted(parameter));
		}
	}

	/** Whether anything is to be explained. */
	public boolean any() {
		return this.features > 0;
	}

	/**
	 * The place of the class that is explained.
	 * @param classNames the model's
	 * @return -1 for that which is predicted of each row
	 * @throws ProblemException {@code INVALID} if the model has no such class
	 */
	public int output(List<String> classNames) {
		if (this.className == null) {
			return -1;
		}
		return IntStream.range(0, classNames.size())
			.filter((c) -> classNames.get(c).equalsIgnoreCase(this.className))
			.findFirst()
			.orElseThrow(() -> ProblemException.invalidParameter("explain_class",
					"explain_class is '%s'; the classes of this model are %s"
						.formatted(Quoted.shortened(this.className), String.join(", ", classNames))));
	}

}
