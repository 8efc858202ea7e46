package io.exoscout.study;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a command of the Makefile was asked for.
 *
 * @param values by name
 */
public record CommandLine(Map<String, String> values) {

	/**
	 * Reads {@code name=value} arguments; an empty value is none.
	 * @param arguments as the virtual machine got them
	 * @param known the names that mean something
	 * @throws StudyRefused if one is something else
	 */
	@SafeVarargs
	static CommandLine of(String[] arguments, Collection<String>... known) {
		List<String> names = Stream.of(known).flatMap(Collection::stream).toList();
		Map<String, String> values = new TreeMap<>();
		for (String argument : arguments) {
			int equals = argument.indexOf('=');
			String name = argument.substring(0, Math.max(0, equals));
			if (!names.contains(name)) {
				throw new StudyRefused(
						"'%s' means nothing here; known are %s=.".formatted(argument, String.join("=, ", names)));
			}
			if (equals + 1 < argument.length()) {
				values.put(name, argument.substring(equals + 1));
			}
		}
		return new CommandLine(values);
	}

	/** What was given under a name, if anything was. */
	public Optional<String> text(String name) {
		return Optional.ofNullable(this.values.get(name));
	}

	/** Whether anything was given under one of some names. */
	boolean changes(Collection<String> names) {
		return names.stream().anyMatch(this.values::containsKey);
	}

	/**
	 * A whole number from 1.
	 * @throws StudyRefused if it is something else
	 */
	public OptionalInt number(String name) {
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
