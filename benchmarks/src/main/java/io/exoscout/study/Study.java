package io.exoscout.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.ColumnRole;
import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.benchmarks.KeptResult;
import io.exoscout.feature.Exclusions;
import io.exoscout.feature.FeatureSet;
import io.exoscout.model.Algorithm;
import io.exoscout.model.TrainingOptions;
import io.exoscout.problem.ProblemException;

/** What the studies have in common. */
public final class Study {

	/** The seed that jobs have unless they say otherwise. */
	public static final int SEED = 42;

	/** Where things are; all other arguments change what is measured. */
	private static final List<String> PLACES = List.of("python", "peers", "keep");

	private static final List<String> SETTINGS = List.of("rounds", "seeds", "trees", "threads", "algorithm", "earlier",
			"later", "exclude");

	private Study() {
	}

	/** What a study does. */
	public interface Body {

		/**
		 * Does it.
		 * @return the result, for people
		 * @throws StudyRefused if it can not be done
		 */
		String run(CommandLine command, StudyTables tables) throws IOException;

	}

	/**
	 * Runs a study and prints its result, which is also kept in the file that
	 * {@code keep} names if no setting was changed. If it can not be done it says why and
	 * ends the process.
	 * @param name of the study, which is that of its place in the file, too
	 * @param arguments what it was given
	 * @param body does it
	 */
	public static void run(String name, String[] arguments, Body body) throws IOException {
		try (StudyTables tables = new StudyTables()) {
			CommandLine command = CommandLine.of(arguments, SETTINGS, PLACES);
			String result = body.run(command, tables);
			System.out.println(result);
			if (command.changes(SETTINGS)) {
				progress("Not kept, since settings were changed.");
			}
			else if (command.text("keep").isPresent()) {
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
	public static int threads(CommandLine command) {
		return command.number("threads").orElse(Runtime.getRuntime().availableProcessors());
	}

	/**
	 * How to train: the defaults that jobs have, but for the number of trees where
	 * {@code trees} says so.
	 */
	public static TrainingOptions options(CommandLine command, Algorithm algorithm, Target target, long seed) {
		Map<String, Integer> given = command.number("trees").isPresent()
				? Map.of("n_estimators", command.number("trees").getAsInt()) : Map.of();
		return new TrainingOptions(algorithm, target, algorithm.check(given), excluded(command), seed);
	}

	/**
	 * What to leave out: features, columns and tags with commas between them, or
	 * {@code none}; what jobs leave out unless {@code exclude} says so.
	 * @throws StudyRefused if no mission has such a feature or column
	 */
	private static List<String> excluded(CommandLine command) {
		return command.text("exclude")
			.map((names) -> names.equals("none") ? List.<String>of() : known(names))
			.orElse(Exclusions.DEFAULT);
	}

	private static List<String> known(String names) {
		List<String> excluded = Exclusions.canonical(Arrays.stream(names.split(",")).map(String::strip).toList());
		new Exclusions(excluded).names().stream().filter((name) -> !isKnown(name)).findFirst().ifPresent((name) -> {
			throw new StudyRefused("exclude: '%s' is no column, no feature and no tag".formatted(name));
		});
		return excluded;
	}

	private static boolean isKnown(String name) {
		return Arrays.stream(Mission.values())
			.anyMatch((mission) -> FeatureSet.current(mission).computes(name)
					|| ArchiveColumns.role(mission, name) != ColumnRole.UNKNOWN);
	}

	/**
	 * The algorithm that {@code algorithm} names, or all of them.
	 * @throws StudyRefused if there is no such algorithm
	 */
	public static List<Algorithm> algorithms(CommandLine command) {
		return command.text("algorithm")
			.map((id) -> List.of(Algorithm.of(id)
				.orElseThrow(() -> new StudyRefused(
						"'%s' is no algorithm; there are %s.".formatted(id, String.join(", ", Algorithm.ids()))))))
			.orElseGet(() -> Arrays.asList(Algorithm.values()));
	}

	/** On what it ran, and what was changed, for the reader of a result. */
	public static String circumstances(CommandLine command) {
		String trees = command.text("trees").map((count) -> ", only " + count + " trees").orElse("");
		List<String> excluded = excluded(command);
		String without = ", left out: " + (excluded.isEmpty() ? "nothing" : String.join(", ", excluded));
		return "%d cores, Java %d%s%s".formatted(Runtime.getRuntime().availableProcessors(),
				Runtime.version().feature(), trees, without);
	}

	/** Tells a waiting person how far things are. */
	public static void progress(String message) {
		System.err.println(message);
	}

	public static String text(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

}
