package io.exoscout.study.scoring;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import io.exoscout.archive.Target;
import io.exoscout.forest.Forests;
import io.exoscout.learning.FitMonitor;
import io.exoscout.learning.Learner;
import io.exoscout.learning.Samples;
import io.exoscout.learning.Seed;
import io.exoscout.learning.TrainingSet;
import io.exoscout.model.Algorithm;
import io.exoscout.model.TrainingOptions;
import io.exoscout.study.CommandLine;
import io.exoscout.study.MarkdownTable;
import io.exoscout.study.Study;
import io.exoscout.study.StudyTables;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * What exact Shapley values of a row take on one core: ours, and XGBoost's own
 * ({@code pred_contribs}) of the same trees.
 */
public final class ShapleyBenchmark {

	private static final int ROUNDS = 10;

	/** XGBoost takes its time. */
	private static final int ROWS = 1024;

	private final Samples samples;

	private final float[][] vectors;

	private final int rounds;

	private ShapleyBenchmark(Samples samples, int rounds) {
		this.samples = samples;
		this.vectors = Arrays.copyOf(Vectors.of(samples), Math.min(ROWS, samples.size()));
		this.rounds = rounds;
	}

	/**
	 * Measures and prints a table.
	 * @param arguments if need be {@code rounds=} how often each is run;
	 * {@code EXOSCOUT_DATA} names the folder of the archive's tables
	 */
	public static void main(String[] arguments) throws IOException {
		Study.run("shapley", arguments, ShapleyBenchmark::run);
	}

	private static String run(CommandLine command, StudyTables tables) throws IOException {
		TrainingOptions options = Study.options(command, Algorithm.GRADIENT_BOOSTING, Target.PLANET, Study.SEED);
		MeasuredSamples rows = MeasuredSamples.read(tables, options);
		ShapleyBenchmark benchmark = new ShapleyBenchmark(rows.samples(), command.number("rounds").orElse(ROUNDS));
		return "%s%n%n%s".formatted(rows.circumstances(), benchmark.table(options));
	}

	private MarkdownTable table(TrainingOptions options) {
		Forests preset = Learner.of(options.algorithm(), options.hyperparameters())
			.fit(TrainingSet.all(this.samples), new Seed(options.seed()), new FitMonitor())
			.forests();
		int trees = preset.members().get(0).trees();
		int leaves = (int) Math.round((preset.nodeCount() + trees) / 2.0 / trees);
		DMatrix matrix = null;
		try (BoostedForest same = BoostedForest.train(trees, leaves, this.samples)) {
			matrix = new DMatrix(Vectors.flat(this.vectors), this.vectors.length, this.vectors[0].length, Float.NaN);
			DMatrix rows = matrix;
			double[] seconds = CpuTime.best(this.rounds, List.of(() -> explain(preset), () -> explain(same.forests()),
					() -> same.booster().predictContrib(rows, 0)));
			return new MarkdownTable(List.of("Trees", "ours", "XGBoost's own", "theirs ÷ ours"))
				.row(List.of("the default `gradient_boosting` (%d × %d leaves)".formatted(trees, leaves),
						micros(seconds[0]), MarkdownTable.NOTHING, MarkdownTable.NOTHING))
				.row(List.of("XGBoost's of that shape, leaf by leaf", micros(seconds[1]), micros(seconds[2]),
						Study.text("%.1f", seconds[2] / seconds[1])))
				.row(List.of("wanted", "≤ 80 µs", MarkdownTable.NOTHING, "≥ 10"));
		}
		catch (XGBoostError ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			if (matrix != null) {
				matrix.dispose();
			}
		}
	}

	private void explain(Forests forests) {
		forests.contributions(this.vectors, 1, () -> {
		});
	}

	private String micros(double seconds) {
		return Study.text("%.0f µs", 1e6 * seconds / this.vectors.length);
	}

}
