package io.exoscout.suite;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can be typed behind {@code java -jar exoscout.jar}. */
enum SuiteCommand {

	/** Serves everything until it is stopped; what happens without a word. */
	SERVE("", "page, API, workers, broker and database, until it is stopped"),
	/** Shows the whole way of a table once. */
	DEMO("TABLE", "train, evaluate and rank a table once, and leave nothing behind"),
	/** Serves the database alone. */
	DATABASE("", "the embedded database alone"),
	/** Keeps everything in a file. */
	BACKUP("FILE", "everything in a file, or in s3://bucket/key, whatever runs"),
	/** Brings back what a file keeps. */
	RESTORE("FILE", "what a file, or s3://bucket/key, keeps, into an empty place"),
	/** Says who may call. */
	KEYS("add NAME|list|revoke NAME", "who may call; add takes --role reader, analyst or admin (reader)"),
	/** Says which program this is. */
	VERSION("", "version and commit"),
	/** Says what can be typed. */
	HELP("", "this list");

	private final String argument;

	private final String meaning;

	SuiteCommand(String argument, String meaning) {
		this.argument = argument;
		this.meaning = meaning;
	}

	/** How it is typed. */
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Finds what is wanted. Arguments with {@code --} are settings, but for
	 * {@code --help} and {@code --version}.
	 * @param args as they were typed
	 * @throws UnknownCommand if there is no such word, or a word too many or too few
	 */
	static SuiteCommand of(String... args) {
		for (String arg : args) {
			switch (arg) {
				case "--help", "-h" -> {
					return HELP;
				}
				case "--version" -> {
					return VERSION;
				}
				default -> requireWordOrSetting(arg);
			}
		}
		List<String> words = words(args);
		if (words.isEmpty()) {
			return SERVE;
		}
		SuiteCommand command = Arrays.stream(values())
			.filter((each) -> each.word().equals(words.get(0)))
			.findFirst()
			.orElseThrow(() -> new UnknownCommand("there is no command '%s'".formatted(words.get(0))));
		// how many words there are to be behind that one, it knows itself
		if (command != KEYS && words.size() != (command.argument.isEmpty() ? 1 : 2)) {
			String needed = command.argument.isEmpty() ? "no word behind it"
					: "one " + command.argument.toLowerCase(Locale.ROOT);
			throw new UnknownCommand(
					"%s needs %s, but was given %s".formatted(command.word(), needed, words.subList(1, words.size())));
		}
		return command;
	}

	/** A dash too few makes a word of a setting, which would not be heard. */
	private static void requireWordOrSetting(String arg) {
		if (arg.startsWith("-") && !arg.startsWith("--")) {
			throw new UnknownCommand("there is no option '%s'; settings are like --server.port=8081".formatted(arg));
		}
	}

	/** What was typed, but for settings. */
	static List<String> words(String... args) {
		return Arrays.stream(args).filter((arg) -> !arg.startsWith("--")).toList();
	}

	/** What can be typed, a line for each. */
	static String help() {
		return Arrays.stream(values())
			.map((command) -> "  %-32s%s".formatted((command.word() + ' ' + command.argument).strip(), command.meaning))
			.collect(Collectors.joining(System.lineSeparator(), """
					Usage: java -jar exoscout.jar [COMMAND] [--SETTING=VALUE ...]

					""".replace("\n", System.lineSeparator()), """


					Without a command it serves. Settings are those of docs/configuration.md, like
					--server.port=8081 and --exoscout.home=/srv/exoscout, or variables of the environment.
					""".replace("\n", System.lineSeparator())));
	}

	/** Nothing was started. */
	static final class UnknownCommand extends RuntimeException {

		private static final long serialVersionUID = 1;

		UnknownCommand(String message) {
			super(message);
		}

	}

}
