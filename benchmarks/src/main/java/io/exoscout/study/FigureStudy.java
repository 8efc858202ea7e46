package io.exoscout.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.exoscout.model.Algorithm;
import io.exoscout.model.TrainingOptions;
import io.exoscout.result.ResultJson;
import io.exoscout.trainer.Training;

/**
 * The figures that the project is measured by: each algorithm on the archive's tables, by
 * whole training jobs, over several seeds, so that none is there by luck.
 */
public final class FigureStudy {

	private static final int SEEDS = 5;

	private final CommandLine command;

	private final int seeds;

	private FigureStudy(CommandLine command) {
		this.command = command;
		this.seeds = command.number("seeds").orElse(SEEDS);
	}

	/**
	 * Trains and prints tables.
	 * @param arguments if need be {@code seeds=} how many, {@code algorithm=} only this
	 * one, {@code trees=} and {@code threads=}; {@code EXOSCOUT_DATA} names the folder of
	 * the archive's tables
	 */
	public static void main(String[] arguments) throws IOException {
		Study.run("figures", arguments, (command, tables) -> new FigureStudy(command).run(tables));
	}

	private String run(StudyTables tables) throws IOException {
		List<String> parts = new ArrayList<>();
		parts.add(Study.text("Out of fold, stars never on both sides; mean and range over the seeds %d to %d; %s.",
				Study.SEED, Study.SEED + this.seeds - 1, Study.circumstances(this.command)));
		for (FigureTask task : FigureTask.all()) {
			StudyTable table = tables.read(StudyTables.archived(task.file()));
			parts.add("#### " + task.title() + "\n\n" + table(task, results(task, table)));
		}
		return String.join("\n\n", parts);
	}

	private Map<Algorithm, SeedRange> results(FigureTask task, StudyTable table) {
		Map<Algorithm, SeedRange> results = new EnumMap<>(Algorithm.class);
		for (Algorithm algorithm : Study.algorithms(this.command)) {
			List<Map<String, Object>> each = new ArrayList<>();
			for (int seed = Study.SEED; seed < Study.SEED + this.seeds; seed++) {
				TrainingOptions options = Study.options(this.command, algorithm, task.target(), seed);
				each.add(ResultJson
					.map(new Training(Study.threads(this.command)).run(table.task(options), EndlessWatch.WATCH)
						.results()));
				Study.progress("%s: %s, seed %d".formatted(task.title(), algorithm.id(), seed));
			}
			results.put(algorithm, new SeedRange(each));
		}
		return results;
	}

	static MarkdownTable table(FigureTask task, Map<Algorithm, SeedRange> results) {
		MarkdownTable table = new MarkdownTable(cells("", task, Figure::title));
		results.forEach((algorithm, range) -> {
			table.row(cells("`" + algorithm.id() + "`", task, range::text));
			table.row(cells("the same, not calibrated", task, range.part("uncalibrated")::text));
		});
		wanted(table, "wanted of the best one", task, task.best());
		wanted(table, "wanted of each one", task, task.each());
		SeedRange any = results.values().iterator().next();
		SeedRange baselines = any.part("evaluation").part("baselines");
		table.row(cells("always the most frequent class", task, baselines.part("majority_class")::text));
		SeedRange archive = baselines.part("archive_score");
		if (!archive.isEmpty()) {
			table.row(cells("the archive's own score", task, archive::text));
		}
		return table;
	}

	private static void wanted(MarkdownTable table, String name, FigureTask task, Map<Figure, String> wanted) {
		if (!wanted.isEmpty()) {
			table.row(cells(name, task, (figure) -> wanted.getOrDefault(figure, MarkdownTable.NOTHING)));
		}
	}

	private static List<String> cells(String name, FigureTask task, Function<Figure, String> cell) {
		List<String> cells = new ArrayList<>(List.of(name));
		task.figures().forEach((figure) -> cells.add(cell.apply(figure)));
		return cells;
	}

}
