package io.exoscout.problem;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * Says what is wrong with a request body, in our own words: the parser's messages name
 * its classes and settings.
 */
final class UnreadableBody {

	private UnreadableBody() {
	}

	static Problem of(HttpMessageNotReadableException exception) {
		Throwable cause = exception.getCause();
		if (cause == null) {
			return Problem.of(ErrorCode.MISSING_BODY, "The request has no body, but one is needed.");
		}
		if (cause instanceof StreamConstraintsException) {
			return Problem.of(ErrorCode.MALFORMED_JSON,
					"The JSON is nested too deeply, or holds a name, text or number that is too long.");
		}
		if (cause instanceof UnrecognizedPropertyException unknown) {
			return unknown(unknown);
		}
		if (cause instanceof MismatchedInputException mismatch) {
			return mismatch(mismatch);
		}
		if (cause instanceof InputCoercionException) {
			JacksonException number = (JacksonException) cause;
			return Problem.of(ErrorCode.INVALID_FIELD, "A number is larger than it may be%s.".formatted(place(number)));
		}
		if (cause instanceof StreamReadException unreadable) {
			return malformed(unreadable);
		}
		return Problem.of(ErrorCode.UNREADABLE_BODY, "The body can not be read.");
	}

	private static Problem malformed(StreamReadException exception) {
		boolean duplicate = String.valueOf(exception.getOriginalMessage()).startsWith("Duplicate");
		String what = duplicate ? "The JSON has a name twice in one object" : "The body is not valid JSON";
		return Problem.of(ErrorCode.MALFORMED_JSON, what + place(exception) + ".");
	}

	private static Problem unknown(UnrecognizedPropertyException exception) {
		String field = path(exception.getPath());
		Collection<Object> known = Objects.requireNonNullElse(exception.getKnownPropertyIds(), List.of());
		String detail = "There is no member '%s' here%s. Accepted: %s.".formatted(field, place(exception),
				String.join(", ", known.stream().map(String::valueOf).sorted().toList()));
		return Problem.of(ErrorCode.UNKNOWN_PARAMETER, detail, InputError.field(field, detail));
	}

	private static Problem mismatch(MismatchedInputException exception) {
		String wanted = wanted(exception.getTargetType());
		String field = path(exception.getPath());
		if (field.isEmpty()) {
			String detail = "The body should be " + wanted + place(exception) + ".";
			return Problem.of(ErrorCode.MALFORMED_JSON, detail);
		}
		String detail = "Field '%s' should be %s%s.".formatted(field, wanted, place(exception));
		return Problem.of(ErrorCode.INVALID_FIELD, detail, InputError.field(field, detail));
	}

	private static String wanted(@Nullable Class<?> type) {
		return (type != null) ? JsonWords.type(type) : "of another type";
	}

	private static String place(JacksonException exception) {
		var location = exception.getLocation();
		return (location != null && location.getLineNr() > 0)
				? " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr()) : "";
	}

	private static String path(List<JacksonException.Reference> path) {
		return Quoted.shortened(path.stream()
			.map((step) -> (step.getPropertyName() != null) ? "." + step.getPropertyName()
					: "[" + step.getIndex() + "]")
			.collect(Collectors.joining())
			.replaceFirst("^\\.", ""));
	}

}
