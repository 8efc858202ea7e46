package io.exoscout.predictor.shelf;

import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * How sure a caller wants to be of what is selected.
 *
 * @param precision the share of selected rows that are to be of the class, above 0 and up
 * to 1
 * @param className the class; {@code null} for planets
 */
public record WantedPrecision(double precision, @Nullable String className) {

	/**
	 * What two parameters say.
	 * @return {@code null} if nothing is to be selected
	 * @throws ProblemException {@code INVALID} where they make no sense
	 */
	public static @Nullable WantedPrecision of(@Nullable Double precision, @Nullable String className) {
		if (precision == null) {
			if (className != null) {
				throw ProblemException.invalidParameter("precision_class",
						"precision_class comes with precision, as in ?precision=0.97&precision_class=…");
			}
			return null;
		}
		// not so of NaN either
		if (!(precision > 0 && precision <= 1)) {
			throw ProblemException.invalidParameter("precision",
					"precision is %s; accepted is a share above 0 and up to 1".formatted(precision));
		}
		return new WantedPrecision(precision, className);
	}

}
