package io.exoscout.predictor.inference;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.Set;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request or of one of its tensors. What is not known here is
 * refused, as everywhere: a typo must not be answered as if nothing had been asked for.
 */
final class SentParameters {

	/** How clients say that they made tensors of a data frame, an array or of texts. */
	private static final String CONTENT_TYPE = "content_type";

	/** Others, such as base64, say that data are not what they look like. */
	private static final List<String> CONTENT_TYPES = List.of("pd", "np", "str", "datetime");

	private final Map<String, Object> values;

	private final String place;

	/**
	 * Checks the names of parameters.
	 * @param values as they were sent
	 * @param place whose they are, as a path in the JSON
	 * @param accepted those that mean something there
	 * @throws ProblemException {@code unknown_parameter}, {@code invalid_parameter}
	 */
	SentParameters(@Nullable Map<String, Object> values, String place, Set<String> accepted) {
		this.values = Objects.requireNonNullElse(values, Map.of());
		this.place = place;
		Set<String> known = new TreeSet<>(accepted);
		known.add(CONTENT_TYPE);
		this.values.keySet().stream().filter((name) -> !known.contains(name)).findFirst().ifPresent((name) -> {
			String detail = "There is no parameter '%s' in '%s'. Accepted: %s.".formatted(Quoted.shortened(name),
					this.place, String.join(", ", known));
			throw new ProblemException(ErrorCode.UNKNOWN_PARAMETER, detail,
					InputError.field(this.place + "." + Quoted.shortened(name), detail));
		});
		Object type = this.values.get(CONTENT_TYPE);
		if (type != null && !CONTENT_TYPES.contains(type)) {
			throw invalid(CONTENT_TYPE, type, "one of " + String.join(", ", CONTENT_TYPES));
		}
	}

	/** A parameter that is true or false. */
	boolean flag(String name, boolean otherwise) {
		Object value = this.values.get(name);
		if (value == null) {
			return otherwise;
		}
		if (value instanceof Boolean flag) {
			return flag;
		}
		throw invalid(name, value, "true or false");
	}

	/** A parameter that is a whole number; {@code null} if it was not sent. */
	@Nullable Long number(String name) {
		Object value = this.values.get(name);
		if (value == null) {
			return null;
		}
		if (value instanceof Integer || value instanceof Long) {
			return ((Number) value).longValue();
		}
		throw invalid(name, value, "a whole number");
	}

	/** A parameter that is a number of any kind; {@code null} if it was not sent. */
	@Nullable Double fraction(String name) {
		Object value = this.values.get(name);
		if (value == null) {
			return null;
		}
		if (value instanceof Number number) {
			return number.doubleValue();
		}
		throw invalid(name, value, "a number");
	}

	/** A parameter that is a text; {@code null} if it was not sent. */
	@Nullable String text(String name) {
		Object value = this.values.get(name);
		if (value == null) {
			return null;
		}
		if (value instanceof String text) {
			return text;
		}
		throw invalid(name, value, "a text");
	}

	private ProblemException invalid(String name, Object value, String accepted) {
		String field = this.place + "." + name;
		return ProblemException.invalidParameter(field,
				"Parameter '%s' is '%s'; accepted is %s.".formatted(field, Quoted.shortened(value), accepted));
	}

}
