package io.exoscout.trainer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

import io.exoscout.benchmarks.KeptResult;
import io.exoscout.dataset.Target;
import io.exoscout.model.Algorithm;
import io.exoscout.model.TrainingOptions;
import io.exoscout.problem.ProblemException;

/** What the commands have in common. */
final class Study {

	/** The seed that jobs have unless they say otherwise. */
	static final int SEED = 42;

	/** All of them know these. */
	private static final List<String> COMMON = List.of("trees", "threads", "keep");

	private Study() {
	}

	/** What a command does. */
	interface Body {

		/**
		 * Does it.
		 * @return the result, for people
		 */
		String run(CommandLine command, StudyTables tables) throws IOException;

	}

	/**
	 * Runs a command: prints its result and keeps it in the file that {@code keep} names,
	 * or says why it can not be done and ends the process.
	 * @param name of the command, which is that of the place in the file, too
	 * @param known arguments besides those that all commands know
	 * @param arguments what the command was given
	 */
	static void run(String name, List<String> known, String[] arguments, Body body) throws IOException {
		List<String> all = new ArrayList<>(known);
		all.addAll(COMMON);
		try (StudyTables tables = new StudyTables()) {
			CommandLine command = CommandLine.of(all, arguments);
			String result = body.run(command, tables);
			System.out.println(result);
			if (command.text("keep").isPresent()) {
				new KeptResult(name).keep(result, Path.of(command.text("keep").orElseThrow()));
			}
		}
		catch (StudyRefused | ProblemException ex) {
			System.err.println(ex.getMessage());
			System.exit(1);
		}
	}

	/**
	 * How many fits run side by side: {@code threads}, one per processor unless given.
	 */
	static int threads(CommandLine command) {
		return command.number("threads").orElse(Runtime.getRuntime().availableProcessors());
	}

	/**
	 * How to train: the defaults that jobs have, but for the number of trees, if
	 * {@code trees} says so.
	 */
	static TrainingOptions options(CommandLine command, Algorithm algorithm, Target target, long seed) {
		Map<String, Number> given = new LinkedHashMap<>();
		OptionalInt trees = command.number("trees");
		if (trees.isPresent()) {
			given.put("n_estimators", trees.getAsInt());
		}
		return new TrainingOptions(algorithm, target, algorithm.check(given), List.of(), seed);
	}

	/**
	 * The algorithm that {@code algorithm} names, or all of them.
	 * @throws StudyRefused if there is no such algorithm
	 */
	static List<Algorithm> algorithms(CommandLine command) {
		return command.text("algorithm")
			.map((id) -> List.of(Algorithm.of(id)
				.orElseThrow(() -> new StudyRefused(
						"'%s' is no algorithm; there are %s.".formatted(id, String.join(", ", Algorithm.ids()))))))
			.orElseGet(() -> Arrays.asList(Algorithm.values()));
	}

	/** What changed the settings and where it ran, for the reader of a result. */
	static String circumstances(CommandLine command) {
		String trees = command.number("trees").isPresent()
				? ", with %s trees only".formatted(command.text("trees").orElseThrow()) : "";
		return "on %d cores, Java %d%s".formatted(Runtime.getRuntime().availableProcessors(),
				Runtime.version().feature(), trees);
	}

	static void progress(String message) {
		System.err.println(message);
	}

	static String text(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

}
