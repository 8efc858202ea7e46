package io.exoscout.problem;

import java.time.temporal.Temporal;
import java.util.Locale;

/** Names and types of Java in the words of JSON. */
final class JsonWords {

	private JsonWords() {
	}

	/** A Java name as it is spelled in JSON. */
	static String snakeCase(String name) {
		return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
	}

	/** A Java type in words. */
	static String type(Class<?> type) {
		if (type.isEnum()) {
			return "one of " + String.join(", ", names(type)).toLowerCase(Locale.ROOT);
		}
		if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
			return "a whole number";
		}
		if (type.isPrimitive() && type != boolean.class || Number.class.isAssignableFrom(type)) {
			return "a number";
		}
		if (type == boolean.class || type == Boolean.class) {
			return "true or false";
		}
		if (type.isArray() || Iterable.class.isAssignableFrom(type)) {
			return "a list";
		}
		if (CharSequence.class.isAssignableFrom(type)) {
			return "a text";
		}
		if (Temporal.class.isAssignableFrom(type)) {
			return "a time such as 2025-01-31T12:00:00Z";
		}
		return "an object";
	}

	private static String[] names(Class<?> type) {
		Object[] constants = type.getEnumConstants();
		String[] names = new String[constants.length];
		for (int i = 0; i < names.length; i++) {
			names[i] = ((Enum<?>) constants[i]).name();
		}
		return names;
	}

}
