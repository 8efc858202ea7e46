package io.exoscout.forecast.collection;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads members of a request, and says what is wrong with them by their names. */
public final class Members {

	private Members() {
	}

	/** A member that has to be there. */
	public static <T> T required(String name, @Nullable T value) {
		if (value == null) {
			throw refused(name, "Field '%s' is missing.".formatted(name));
		}
		return value;
	}

	/** A whole number with a default and bounds. */
	public static int between(String name, @Nullable Number value, int otherwise, int least, int most) {
		if (value == null) {
			return otherwise;
		}
		double number = value.doubleValue();
		if (number != Math.rint(number) || number < least || number > most) {
			throw refused(name,
					"Field '%s' is %s; accepted are whole numbers from %d to %d.".formatted(name, value, least, most));
		}
		return (int) number;
	}

	/** A finite number. */
	public static double finite(String name, double value) {
		if (!Double.isFinite(value)) {
			throw refused(name, "Field '%s' is %s, which is no finite number.".formatted(name, value));
		}
		return value;
	}

	/** What is said of a member that breaks a rule. */
	public static ProblemException refused(String name, String detail) {
		return new ProblemException(ErrorCode.INVALID_INPUT, detail, InputError.field(name, detail));
	}

}
