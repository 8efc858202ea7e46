package io.exoscout.study.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.exoscout.archive.Target;
import io.exoscout.trainer.engine.Learners;
import io.exoscout.model.Algorithm;
import io.exoscout.model.Engine;
import io.exoscout.model.TrainingOptions;
import io.exoscout.study.CommandLine;
import io.exoscout.study.MarkdownTable;
import io.exoscout.study.Study;
import io.exoscout.trainer.LibraryVersions;

/**
 * Fits our learners and Tribuo's to the same rows, columns and folds with the same
 * settings, in turn, and compares figures and times.
 */
public final class EngineBenchmark {

	private static final int ROUNDS = 1;

	/** What compilers should have seen before anything counts. */
	private static final Map<String, Integer> FEW_TREES = Map.of("n_estimators", 10);

	private final CommandLine command;

	private final MeasuredRows rows;

	private EngineBenchmark(CommandLine command, MeasuredRows rows) {
		this.command = command;
		this.rows = rows;
	}

	/**
	 * Runs the comparison and prints a table.
	 * @param arguments if need be {@code algorithm=}, {@code rounds=}, {@code trees=} and
	 * {@code threads=}; {@code EXOSCOUT_DATA} names the folder of the archive's tables
	 */
	public static void main(String[] arguments) throws IOException {
		Study.run("engines", arguments,
				(command, tables) -> new EngineBenchmark(command, MeasuredRows.read(command, tables)).run());
	}

	private String run() throws IOException {
		int rounds = this.command.number("rounds").orElse(ROUNDS);
		int threads = Study.threads(this.command);
		MarkdownTable result = Comparison.table(this.rows.folds().count(), threads);
		for (Algorithm algorithm : Study.algorithms(this.command).stream().filter(Engine.TRIBUO::has).toList()) {
			comparison(algorithm, algorithm.check(FEW_TREES)).round(0, this.rows.folds().count(), threads, false);
			Comparison comparison = comparison(algorithm, options(algorithm).hyperparameters());
			for (int round = 1; round <= rounds; round++) {
				comparison.round(round, this.rows.folds().count(), threads, true);
				Study.progress("%s, round %d of %d".formatted(algorithm.id(), round, rounds));
			}
			comparison.addTo(result);
		}
		return "%s\n\n%s".formatted(circumstances(rounds), result);
	}

	private Comparison comparison(Algorithm algorithm, Map<String, Number> hyperparameters) {
		List<Measured> contenders = new ArrayList<>();
		for (Engine engine : List.of(Engine.EXOSCOUT, Engine.TRIBUO)) {
			TrainingOptions asked = options(algorithm);
			TrainingOptions options = new TrainingOptions(algorithm, asked.target(), hyperparameters,
					asked.excludeFeatures(), asked.seed(), engine);
			String name = "`%s`%s".formatted(algorithm.id(), (engine == Engine.TRIBUO) ? " by Tribuo" : "");
			contenders
				.add(new Measured(new OurLearner(name, Learners.of(options), this.rows.samples(), this.rows.folds())));
		}
		return new Comparison(contenders.get(0), contenders.get(1), MarkdownTable.NOTHING);
	}

	private TrainingOptions options(Algorithm algorithm) {
		return Study.options(this.command, algorithm, Target.PLANET, Study.SEED);
	}

	private String circumstances(int rounds) {
		TrainingOptions ours = options(Algorithm.XGBOOST);
		LibraryVersions versions = LibraryVersions.of(new TrainingOptions(ours.algorithm(), ours.target(),
				ours.hyperparameters(), ours.excludeFeatures(), ours.seed(), Engine.TRIBUO));
		return Study.text("Measured with %s on %s, Tribuo %s, both with XGBoost %s. Rounds: %d.", this.rows.described(),
				Study.circumstances(this.command), Objects.requireNonNullElse(versions.tribuo(), ""),
				Objects.requireNonNullElse(versions.xgboost(), ""), rounds);
	}

}
