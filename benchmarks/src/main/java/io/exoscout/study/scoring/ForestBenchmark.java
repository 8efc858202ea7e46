package io.exoscout.study.scoring;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.exoscout.archive.Target;
import io.exoscout.forest.Forests;
import io.exoscout.learning.Samples;
import io.exoscout.model.Algorithm;
import io.exoscout.model.TrainingOptions;
import io.exoscout.study.CommandLine;
import io.exoscout.study.MarkdownTable;
import io.exoscout.study.Study;
import io.exoscout.study.StudyTables;

/**
 * Rows that a core scores in a second: by our forest in blocks and row by row, by XGBoost
 * and by ONNX Runtime with the same trees, and by a forest of Tribuo's of the same shape.
 */
public final class ForestBenchmark {

	private static final int ROUNDS = 20;

	private static final int TRIBUO_DEPTH = 6;

	private static final List<Shape> SHAPES = List.of(new Shape(400, 31), new Shape(300, 32), new Shape(100, 64),
			new Shape(300, 400));

	private final Samples samples;

	private final TrainingOptions options;

	private final float[][] vectors;

	private final int rounds;

	private ForestBenchmark(Samples samples, TrainingOptions options, int rounds) {
		this.samples = samples;
		this.options = options;
		this.vectors = Vectors.of(samples);
		this.rounds = rounds;
	}

	private record Shape(int trees, int leaves) {
	}

	/**
	 * Measures and prints a table.
	 * @param arguments if need be {@code rounds=} how often each is run;
	 * {@code EXOSCOUT_DATA} names the folder of the archive's tables
	 */
	public static void main(String[] arguments) throws IOException {
		Study.run("forest", arguments, ForestBenchmark::run);
	}

	private static String run(CommandLine command, StudyTables tables) throws IOException {
		TrainingOptions options = Study.options(command, Algorithm.XGBOOST, Target.PLANET, Study.SEED);
		MeasuredSamples rows = MeasuredSamples.read(tables, options);
		ForestBenchmark benchmark = new ForestBenchmark(rows.samples(), options,
				command.number("rounds").orElse(ROUNDS));
		return "%s%n%n%s".formatted(rows.circumstances(), benchmark.table());
	}

	private MarkdownTable table() {
		MarkdownTable table = new MarkdownTable(
				List.of("Trees × leaves", "ours, in blocks", "ours, row by row", "XGBoost", "ONNX Runtime",
						"Tribuo, its own", "ours ÷ XGBoost", "ours ÷ ONNX Runtime", "ours ÷ Tribuo"));
		for (Shape shape : SHAPES) {
			try (BoostedForest forest = BoostedForest.train(shape.trees(), shape.leaves(), this.samples);
					OnnxPeer onnx = new OnnxPeer(forest.forests(), this.samples, this.options, this.vectors)) {
				table.row(row(shape, forest, onnx));
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}
		return table.row(List.of("wanted", MarkdownTable.NOTHING, MarkdownTable.NOTHING, MarkdownTable.NOTHING,
				MarkdownTable.NOTHING, MarkdownTable.NOTHING, "≥ 3", "≥ 3", "≥ 20"));
	}

	private List<String> row(Shape shape, BoostedForest forest, OnnxPeer onnx) {
		Forests forests = forest.forests();
		double[][] probabilities = new double[this.vectors.length][2];
		float[] cells = Vectors.flat(this.vectors);
		List<CpuTime.Task> tasks = new ArrayList<>(List.of(() -> forests.predict(this.vectors, probabilities), () -> {
			for (int row = 0; row < this.vectors.length; row++) {
				forests.predict(this.vectors[row], probabilities[row]);
			}
		}, () -> forest.booster().inplace_predict(cells, this.vectors.length, this.vectors[0].length, Float.NaN),
				onnx::predict));
		boolean tribuo = shape.leaves() == 1 << TRIBUO_DEPTH;
		if (tribuo) {
			tasks.add(new TribuoPeer(shape.trees(), TRIBUO_DEPTH, this.samples)::predict);
		}
		double[] seconds = CpuTime.best(this.rounds, tasks);
		List<String> cellsOfRow = new ArrayList<>(
				List.of("%d × %s".formatted(shape.trees(), Study.text("%.0f", forest.leaves()))));
		for (int i = 0; i < 5; i++) {
			cellsOfRow.add((i < seconds.length) ? Study.text("%,.0f", this.vectors.length / seconds[i])
					: MarkdownTable.NOTHING);
		}
		for (int i = 2; i < 5; i++) {
			cellsOfRow.add((i < seconds.length) ? Study.text("%.1f", seconds[i] / seconds[0]) : MarkdownTable.NOTHING);
		}
		Study.progress(String.join(" | ", cellsOfRow));
		return cellsOfRow;
	}

}
