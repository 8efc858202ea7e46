package io.exoscout.prediction;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants of the rows that are selected: either how sure to be of them, or
 * how many of a class to find.
 *
 * @param precision the share of selected rows that are to be of the class, above 0 and up
 * to 1, or
 * @param recall the share of the class that is to be selected, above 0 and up to 1
 * @param className the class; {@code null} for planets
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WantedSelection(@Nullable Double precision, @Nullable Double recall, @Nullable String className) {

	private static final String PRECISION = "precision";

	private static final String RECALL = "recall";

	/** Selects by precision. */
	public static WantedSelection ofPrecision(double precision, @Nullable String className) {
		return new WantedSelection(precision, null, className);
	}

	/** Selects by recall. */
	public static WantedSelection ofRecall(double recall, @Nullable String className) {
		return new WantedSelection(null, recall, className);
	}

	/**
	 * What four parameters say, of which two and two belong together.
	 * @return {@code null} if nothing is to be selected
	 * @throws ProblemException {@code INVALID} where they make no sense
	 */
	public static @Nullable WantedSelection of(@Nullable Double precision, @Nullable String precisionClass,
			@Nullable Double recall, @Nullable String recallClass) {
		requireShare(PRECISION, precision, precisionClass);
		requireShare(RECALL, recall, recallClass);
		if (precision != null && recall != null) {
			throw ProblemException.invalidParameter(RECALL,
					"precision and recall were both sent; each has a threshold of its own, so send one of them");
		}
		if (recall != null) {
			return ofRecall(recall, recallClass);
		}
		return (precision != null) ? ofPrecision(precision, precisionClass) : null;
	}

	private static void requireShare(String name, @Nullable Double share, @Nullable String className) {
		if (share == null) {
			if (className != null) {
				throw ProblemException.invalidParameter(name + "_class",
						"%1$s_class comes with %1$s, as in ?%1$s=0.97&%1$s_class=…".formatted(name));
			}
			return;
		}
		// not so of NaN either
		if (!(share > 0 && share <= 1)) {
			throw ProblemException.invalidParameter(name,
					"%s is %s; accepted is a share above 0 and up to 1".formatted(name, share));
		}
	}

	/** The parameter that names the class. */
	public String classParameter() {
		return ((this.recall != null) ? RECALL : PRECISION) + "_class";
	}

}
