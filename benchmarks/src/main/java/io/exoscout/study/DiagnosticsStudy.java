package io.exoscout.study;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.feature.Exclusions;
import io.exoscout.feature.FeatureSet;
import io.exoscout.fitting.RankingQuality;
import io.exoscout.model.Algorithm;
import io.exoscout.model.TrainingOptions;
import io.exoscout.objects.ObjectTable;
import io.exoscout.result.ResultJson;
import io.exoscout.trainer.Training;
import io.exoscout.trainer.TrainingOutcome;
import io.exoscout.trainer.evaluation.Interval;
import io.exoscout.trainer.evaluation.StarBootstrap;

/**
 * What diagnostics of the light curve are worth, asked twice of the same wide table: in
 * cross-validation, whose labels a robot wrote with them, and by verdicts that were given
 * after the labels that were learnt.
 */
public final class DiagnosticsStudy {

	private static final String WIDE = "kepler-koi-all-140-columns-subset-2019-04-17.csv";

	private static final String LABEL = "koi_disposition";

	private static final int SEEDS = 3;

	/** Columns of single events, odd and even transits, and centroids. */
	private static final List<String> DIAGNOSTICS = List.of("koi_max_sngle_ev", "koi_max_mult_ev", "koi_num_transits",
			"koi_bin_oedp_sig", "koi_model_dof", "koi_model_chisq", "koi_fwm_stat_sig", "koi_fwm_srao", "koi_fwm_sdeco",
			"koi_fwm_prao", "koi_fwm_pdeco", "koi_dicco_mra", "koi_dicco_mdec", "koi_dicco_msky", "koi_dikco_mra",
			"koi_dikco_mdec", "koi_dikco_msky");

	private final CommandLine command;

	private final int seeds;

	private DiagnosticsStudy(CommandLine command) {
		this.command = command;
		this.seeds = command.number("seeds").orElse(SEEDS);
	}

	/**
	 * What is learnt from.
	 *
	 * @param title for the reader
	 * @param set the feature set
	 * @param without what is left out besides what always is
	 */
	private record Diet(String title, String set, List<String> without) {

		private static final List<Diet> ALL = List.of(new Diet("without diagnostics", "kepler-3", DIAGNOSTICS),
				new Diet("their columns (`kepler-3`)", "kepler-3", List.of()),
				new Diet("and what is computed of them (`kepler-4`)", "kepler-4", List.of()));

		TrainingOptions options(Algorithm algorithm, long seed) {
			List<String> excluded = Exclusions
				.canonical(Stream.concat(Exclusions.DEFAULT.stream(), this.without.stream()).toList());
			return new TrainingOptions(algorithm, Target.PLANET, algorithm.check(Map.of()), excluded, seed);
		}

	}

	/**
	 * Trains and prints a table.
	 * @param arguments if need be {@code seeds=} how many, {@code algorithm=} and
	 * {@code threads=}; {@code EXOSCOUT_DATA} names the folder of the archive's tables
	 */
	public static void main(String[] arguments) throws IOException {
		Study.run("diagnostics", arguments, (command, tables) -> new DiagnosticsStudy(command).run(tables));
	}

	private String run(StudyTables tables) throws IOException {
		Path wide = StudyTables.archived(WIDE);
		StudyTable now = tables.read(wide);
		ObjectTable then = tables.read(StudyTables.archived(StudyTables.KEPLER_2017)).objects();
		StudyTable relabelled = tables
			.read(new ByteArrayInputStream(relabelled(wide, then).getBytes(StandardCharsets.UTF_8)), "wide-2017.csv");
		Verdicts verdicts = Verdicts.between(relabelled.objects(),
				tables.read(StudyTables.archived(StudyTables.KEPLER)).objects());
		MarkdownTable table = new MarkdownTable(List.of("Learnt from", "ROC-AUC out of fold",
				"Recall at 99 % precision", "ROC-AUC on later verdicts (95 % by star)"));
		int judged = 0;
		for (Diet diet : Diet.ALL) {
			SeedRange folds = folds(now, diet);
			List<LaterVerdicts> later = later(relabelled, diet, verdicts);
			judged = later.get(0).size();
			table
				.row(List.of(diet.title(), folds.text(Figure.ROC_AUC), folds.text(Figure.RECALL_AT_99), inTime(later)));
		}
		return Study.text(
				"`%s` on %s, of which the labels of 2017 leave %d objects open that are decided by now; seeds %d to %d.\n\n%s",
				algorithm().id(), WIDE, judged, Study.SEED, Study.SEED + this.seeds - 1, table);
	}

	/** The wide table with the labels of an earlier one, which it is cut down to. */
	static String relabelled(Path wide, ObjectTable earlier) throws IOException {
		Map<String, String> labels = new HashMap<>();
		for (int row = 0; row < earlier.size(); row++) {
			labels.put(earlier.objects()[row], earlier.labels()[row]);
		}
		List<String> lines = Files.readAllLines(wide).stream().filter((line) -> !line.startsWith("#")).toList();
		if (lines.stream().anyMatch((line) -> line.contains("\""))) {
			throw new StudyRefused(wide.getFileName() + " has cells in quotes, which this study does not take apart.");
		}
		List<String> header = List.of(lines.get(0).split(","));
		int object = header.indexOf(Mission.KEPLER.objectColumn());
		int label = header.indexOf(LABEL);
		List<String> kept = new ArrayList<>(List.of(lines.get(0)));
		for (String line : lines.subList(1, lines.size())) {
			String[] cells = line.split(",", -1);
			if (labels.containsKey(cells[object])) {
				cells[label] = Objects.requireNonNull(labels.get(cells[object]));
				kept.add(String.join(",", cells));
			}
		}
		return String.join("\n", kept) + "\n";
	}

	private SeedRange folds(StudyTable table, Diet diet) {
		List<Map<String, Object>> each = new ArrayList<>();
		for (int seed = Study.SEED; seed < Study.SEED + this.seeds; seed++) {
			each.add(ResultJson.map(train(table, diet, seed).results()));
			Study.progress("%s, seed %d".formatted(diet.title(), seed));
		}
		return new SeedRange(each);
	}

	private List<LaterVerdicts> later(StudyTable table, Diet diet, Verdicts verdicts) {
		List<LaterVerdicts> each = new ArrayList<>();
		for (int seed = Study.SEED; seed < Study.SEED + this.seeds; seed++) {
			each.add(LaterVerdicts.of(train(table, diet, seed).candidates().candidates(), verdicts));
		}
		return each;
	}

	private TrainingOutcome train(StudyTable table, Diet diet, long seed) {
		return new Training(Study.threads(this.command)).run(
				table.task(diet.options(algorithm(), seed), FeatureSet.of(Mission.KEPLER, diet.set())),
				EndlessWatch.WATCH);
	}

	private Algorithm algorithm() {
		return this.command.text("algorithm").isPresent() ? Study.algorithms(this.command).get(0)
				: Algorithm.GRADIENT_BOOSTING;
	}

	/** The mean over the seeds, and the interval of the first. */
	private static String inTime(List<LaterVerdicts> each) {
		double mean = each.stream()
			.mapToDouble((one) -> one.byProbability().rocAuc().orElseThrow())
			.average()
			.orElseThrow();
		LaterVerdicts first = each.get(0);
		RankingQuality ranked = first.byProbability();
		double[] drawn = new StarBootstrap(first.stars(), Study.SEED)
			.draw((weights) -> ranked.weighted(weights).rocAuc())
			.stream()
			.flatMapToDouble((drawing) -> drawing.stream())
			.toArray();
		Interval interval = Interval.of(drawn);
		return Study.text("%.3f (%.3f–%.3f)", mean, interval.lower(), interval.upper());
	}

}
