package io.exoscout.forecast.collection;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * Where a value is in a document: the names of members, with dots between them.
 *
 * @param text as it was sent
 * @param names from the outermost on
 */
public record FieldPath(String text, List<String> names) {

	private static final int DEEPEST = 5;

	private static final int LONGEST = 200;

	/**
	 * Reads a path.
	 * @param field which member of the request it is
	 * @param text the path
	 * @throws ProblemException {@code invalid_input} if it is no path, or holds an
	 * operator of the database
	 */
	public static FieldPath of(String field, String text) {
		List<String> names = Arrays.asList(text.split("\\.", -1));
		boolean sound = text.length() <= LONGEST && names.size() <= DEEPEST
				&& names.stream()
					.allMatch((name) -> !name.isBlank() && !name.startsWith("$")
							&& name.chars().noneMatch(Character::isISOControl));
		if (!sound) {
			String detail = "Field '%s' is '%s', which is no name of a member, nor several with dots between them (%d at most, none beginning with $)."
				.formatted(field, Quoted.shortened(text), DEEPEST);
			throw new ProblemException(ErrorCode.INVALID_INPUT, detail, InputError.field(field, detail));
		}
		return new FieldPath(text, List.copyOf(names));
	}

	/** The outermost name. */
	public String first() {
		return this.names.get(0);
	}

	/** What stands there; {@code null} if nothing does. */
	public @Nullable Object in(Map<String, ?> document) {
		Object found = document;
		for (String name : this.names) {
			found = (found instanceof Map<?, ?> inner) ? inner.get(name) : null;
		}
		return found;
	}

}
