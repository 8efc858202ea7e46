package io.exoscout.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with the input, as listed under {@code errors} of a problem.
 *
 * @param field the offending field or parameter, if it is one
 * @param column the offending column of a table, if it is one
 * @param line the offending line of a file, 1-based and counting comment lines, if known
 * @param message what is wrong and what would be accepted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InputError(@Nullable String field, @Nullable String column, @Nullable Long line, String message) {

	public static InputError field(String field, String message) {
		return new InputError(field, null, null, message);
	}

	public static InputError column(String column, String message) {
		return new InputError(null, column, null, message);
	}

	public static InputError line(long line, String message) {
		return new InputError(null, null, line, message);
	}

}
