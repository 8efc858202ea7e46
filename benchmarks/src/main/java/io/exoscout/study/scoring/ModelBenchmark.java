package io.exoscout.study.scoring;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.exoscout.archive.Target;
import io.exoscout.model.Algorithm;
import io.exoscout.model.ModelFile;
import io.exoscout.model.TrainedModel;
import io.exoscout.model.TrainingOptions;
import io.exoscout.study.CommandLine;
import io.exoscout.study.EndlessWatch;
import io.exoscout.study.MarkdownTable;
import io.exoscout.study.Study;
import io.exoscout.study.StudyTables;
import io.exoscout.trainer.Training;

/** How long the files of default models are, and how long it takes to load one. */
public final class ModelBenchmark {

	private static final int ROUNDS = 40;

	private ModelBenchmark() {
	}

	/**
	 * Trains each algorithm, measures and prints a table.
	 * @param arguments if need be {@code rounds=} how often each model is loaded;
	 * {@code EXOSCOUT_DATA} names the folder of the archive's tables
	 */
	public static void main(String[] arguments) throws IOException {
		Study.run("models", arguments, ModelBenchmark::run);
	}

	private static String run(CommandLine command, StudyTables tables) throws IOException {
		MarkdownTable table = new MarkdownTable(
				List.of("Default model", "file", "first load", "load, median", "load, processor time at best"));
		String circumstances = "";
		int rounds = command.number("rounds").orElse(ROUNDS);
		for (Algorithm algorithm : Algorithm.values()) {
			TrainingOptions options = Study.options(command, algorithm, Target.PLANET, Study.SEED);
			MeasuredSamples rows = MeasuredSamples.read(tables, options);
			circumstances = rows.circumstances();
			TrainedModel model = new Training(Study.threads(command))
				.run(rows.table().task(options), EndlessWatch.WATCH)
				.model();
			table.row(row(algorithm, model, rounds));
		}
		return "%s%n%n%s".formatted(circumstances, table.row(List.of("wanted of `random_forest`", "≤ 2 MB",
				MarkdownTable.NOTHING, "≤ 50 ms", MarkdownTable.NOTHING)));
	}

	private static List<String> row(Algorithm algorithm, TrainedModel model, int rounds) throws IOException {
		Path file = Files.createTempFile("exoscout", ".model");
		try {
			Files.write(file, ModelFile.write(model));
			double[] wall = new double[rounds];
			double best = Double.POSITIVE_INFINITY;
			for (int i = 0; i < rounds; i++) {
				long began = System.nanoTime();
				best = Math.min(best, CpuTime.seconds(() -> load(file)));
				wall[i] = (System.nanoTime() - began) / 1e9;
			}
			double first = wall[0];
			Arrays.sort(wall);
			return List.of("`%s`".formatted(algorithm.id()), Study.text("%.2f MB", Files.size(file) / 1e6),
					milliseconds(first), milliseconds(wall[rounds / 2]), milliseconds(best));
		}
		finally {
			Files.delete(file);
		}
	}

	private static void load(Path file) throws IOException {
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
			ModelFile.read(in);
		}
	}

	private static String milliseconds(double seconds) {
		return Study.text("%.0f ms", 1e3 * seconds);
	}

}
