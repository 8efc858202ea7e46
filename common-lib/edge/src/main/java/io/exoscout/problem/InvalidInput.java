package io.exoscout.problem;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.TypeMismatchException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says which fields or parameters broke a rule. */
final class InvalidInput {

	private InvalidInput() {
	}

	static Problem of(BindingResult result) {
		List<InputError> errors = new ArrayList<>();
		result.getFieldErrors().forEach((error) -> errors.add(inputError(error)));
		result.getGlobalErrors().forEach((error) -> errors.add(inputError("body", error.getDefaultMessage())));
		return invalid(errors);
	}

	static Problem of(MethodValidationResult result) {
		List<InputError> errors = new ArrayList<>();
		for (ParameterValidationResult parameter : result.getParameterValidationResults()) {
			String name = String.valueOf(parameter.getMethodParameter().getParameterName());
			if (parameter instanceof ParameterErrors fields) {
				fields.getFieldErrors().forEach((error) -> errors.add(inputError(error)));
			}
			else {
				parameter.getResolvableErrors()
					.forEach((error) -> errors.add(inputError(JsonWords.snakeCase(name), error.getDefaultMessage())));
			}
		}
		return invalid(errors);
	}

	static Problem of(TypeMismatchException exception) {
		String name = (exception instanceof MethodArgumentTypeMismatchException argument) ? argument.getName()
				: JsonWords.snakeCase(String.valueOf(exception.getPropertyName()));
		Class<?> type = exception.getRequiredType();
		String detail = "Parameter '%s' is '%s'; accepted is %s.".formatted(name,
				Quoted.shortened(exception.getValue()), (type != null) ? JsonWords.type(type) : "another type");
		return Problem.of(ErrorCode.INVALID_PARAMETER, detail, InputError.field(name, detail));
	}

	private static InputError inputError(FieldError error) {
		String message = error.isBindingFailure() ? "is not of the right type" : error.getDefaultMessage();
		return inputError(JsonWords.snakeCase(error.getField()), message);
	}

	private static InputError inputError(String field, @Nullable String message) {
		return InputError.field(field, (message != null) ? message : "is not accepted");
	}

	private static Problem invalid(List<InputError> errors) {
		String detail = errors.isEmpty() ? "The request breaks a rule."
				: "Field '%s' %s.".formatted(errors.get(0).field(), errors.get(0).message());
		return Problem.of(ErrorCode.INVALID_INPUT, detail, errors);
	}

}
