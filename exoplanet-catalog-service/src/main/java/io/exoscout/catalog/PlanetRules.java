package io.exoscout.catalog;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * What a planet may look like. Names of fields are the users' own; only those are refused
 * that a database could take for something else.
 */
final class PlanetRules {

	private static final int MOST_FIELDS = 200;

	private static final int LONGEST_FIELD_NAME = 100;

	private static final int LONGEST_NAME = 200;

	private static final int LONGEST_VALUE = 4000;

	private static final Set<String> RESERVED = Set.of("id", "_id", "provenance", "owner");

	private PlanetRules() {
	}

	/** Refuses fields that do not make a planet, naming all that is wrong with them. */
	static void check(Map<String, @Nullable Object> fields) {
		if (fields.size() > MOST_FIELDS) {
			throw new ProblemException(ErrorCode.TOO_MANY_FIELDS,
					"The planet has %d fields; accepted are up to %d.".formatted(fields.size(), MOST_FIELDS));
		}
		List<InputError> errors = new ArrayList<>();
		fields.forEach((name, value) -> {
			checkFieldName(name, errors);
			checkValue(name, value, errors);
		});
		checkName(fields.get(Planet.NAME), errors);
		checkType(fields.get(Planet.TYPE), errors);
		checkDistance(fields.get(Planet.DISTANCE), errors);
		if (!errors.isEmpty()) {
			throw new ProblemException(ErrorCode.INVALID_PLANET, errors.get(0).message(), errors);
		}
	}

	/** Whether a text holds nothing that can not be stored or searched for. */
	static boolean isClean(String text) {
		return StandardCharsets.UTF_8.newEncoder().canEncode(text)
				&& text.codePoints().noneMatch(Character::isISOControl);
	}

	/** Whether a field may be called so. */
	static boolean isFieldName(String name) {
		return !name.isBlank() && name.length() <= LONGEST_FIELD_NAME && isSafe(name);
	}

	private static boolean isSafe(String name) {
		return !name.startsWith("$") && !name.contains(".") && isClean(name);
	}

	private static void checkFieldName(String name, List<InputError> errors) {
		String shown = Quoted.shortened(name);
		if (name.isBlank() || name.length() > LONGEST_FIELD_NAME) {
			errors.add(InputError.field(shown,
					"The field name '%s' should have 1 to %d characters.".formatted(shown, LONGEST_FIELD_NAME)));
		}
		else if (RESERVED.contains(name)) {
			errors.add(InputError.field(shown,
					"The field name '%s' is taken: what it holds is given here.".formatted(shown)));
		}
		else if (!isSafe(name)) {
			errors.add(InputError.field(shown,
					"The field name '%s' should not begin with '$', nor hold '.' or control characters."
						.formatted(shown)));
		}
	}

	private static void checkValue(String name, @Nullable Object value, List<InputError> errors) {
		String shown = Quoted.shortened(name);
		if (value instanceof String text) {
			if (text.length() > LONGEST_VALUE) {
				errors.add(InputError.field(shown, "Field '%s' has %d characters; accepted are up to %d."
					.formatted(shown, text.length(), LONGEST_VALUE)));
			}
			else if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
				errors.add(InputError.field(shown, "Field '%s' is not valid Unicode text.".formatted(shown)));
			}
		}
		else if (value instanceof BigInteger
				|| value instanceof Number number && !Double.isFinite(number.doubleValue())) {
			errors.add(InputError.field(shown, "Field '%s' is a number too large to keep.".formatted(shown)));
		}
		else if (value != null && !(value instanceof Number) && !(value instanceof Boolean)) {
			errors.add(InputError.field(shown,
					"Field '%s' is an object or a list; accepted are texts, numbers, true, false and null."
						.formatted(shown)));
		}
	}

	private static void checkName(@Nullable Object name, List<InputError> errors) {
		if (!(name instanceof String text) || text.isBlank() || text.codePointCount(0, text.length()) > LONGEST_NAME
				|| !isClean(text)) {
			errors.add(InputError.field(Planet.NAME,
					"Field 'nombre' is needed: a text of 1 to %d characters, without control characters."
						.formatted(LONGEST_NAME)));
		}
	}

	private static void checkType(@Nullable Object type, List<InputError> errors) {
		if (type != null && !(type instanceof String)) {
			errors.add(InputError.field(Planet.TYPE,
					"Field 'tipo' is '%s'; accepted is a text.".formatted(Quoted.shortened(type))));
		}
	}

	private static void checkDistance(@Nullable Object distance, List<InputError> errors) {
		if (distance != null && !(distance instanceof Number number && number.doubleValue() >= 0)) {
			errors.add(InputError.field(Planet.DISTANCE,
					"Field 'distancia_ly' is '%s'; accepted is a number of light years, 0 or more."
						.formatted(Quoted.shortened(distance))));
		}
	}

}
