package io.exoscout.trainer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What a command of the Makefile was asked for.
 *
 * @param values by name
 */
record CommandLine(Map<String, String> values) {

	/**
	 * Reads {@code name=value} arguments; an empty value is none.
	 * @param known the names that mean something
	 * @param arguments as the virtual machine got them
	 * @throws StudyRefused if one is something else
	 */
	static CommandLine of(List<String> known, String... arguments) {
		Map<String, String> values = new TreeMap<>();
		for (String argument : arguments) {
			int equals = argument.indexOf('=');
			String name = argument.substring(0, Math.max(0, equals));
			if (!known.contains(name)) {
				throw new StudyRefused(
						"'%s' means nothing here; known are %s.".formatted(argument, String.join("=, ", known) + "="));
			}
			if (equals + 1 < argument.length()) {
				values.put(name, argument.substring(equals + 1));
			}
		}
		return new CommandLine(values);
	}

	/** What was given under a name, if anything was. */
	Optional<String> text(String name) {
		return Optional.ofNullable(this.values.get(name));
	}

	/**
	 * A whole number from 1.
	 * @throws StudyRefused if it is something else
	 */
	OptionalInt number(String name) {
		String text = this.values.get(name);
		if (text == null) {
			return OptionalInt.empty();
		}
		if (!text.matches("[1-9]\\d{0,5}")) {
			throw new StudyRefused("%s takes a whole number from 1, not '%s'.".formatted(name, text));
		}
		return OptionalInt.of(Integer.parseInt(text));
	}

}
