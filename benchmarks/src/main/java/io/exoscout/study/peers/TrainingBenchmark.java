package io.exoscout.study.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.exoscout.archive.Target;
import io.exoscout.trainer.engine.Learners;
import io.exoscout.model.Algorithm;
import io.exoscout.model.TrainingOptions;
import io.exoscout.study.CommandLine;
import io.exoscout.study.MarkdownTable;
import io.exoscout.study.Study;
import io.exoscout.study.StudyTables;
import io.exoscout.trainer.LibraryVersions;

/**
 * Fits our learners and their peers to the same rows, columns and folds with the same
 * settings, in turn, and compares figures and times.
 */
public final class TrainingBenchmark {

	private static final int ROUNDS = 3;

	/** Who each algorithm is compared with, and how much of their time it may take. */
	private static final Map<Algorithm, Opponent> OPPONENTS = Map.of(Algorithm.RANDOM_FOREST,
			new Opponent("scikit-learn `RandomForestClassifier`", "≤ 0.5 × theirs"), Algorithm.GRADIENT_BOOSTING,
			new Opponent("scikit-learn `GradientBoostingClassifier`, one thread", "≤ 0.5 × theirs"), Algorithm.XGBOOST,
			new Opponent("Python `XGBClassifier`", "≤ 1.1 × theirs"), Algorithm.ENSEMBLE,
			new Opponent("scikit-learn `VotingClassifier` of both boostings", MarkdownTable.NOTHING));

	private final CommandLine command;

	private final MeasuredRows rows;

	private TrainingBenchmark(CommandLine command, MeasuredRows rows) {
		this.command = command;
		this.rows = rows;
	}

	private record Opponent(String name, String wanted) {
	}

	/**
	 * Runs the comparison and prints a table.
	 * @param arguments {@code python=} the interpreter, {@code peers=} the script that
	 * the peers are in, and if need be {@code rounds=}, {@code trees=} and
	 * {@code threads=}; {@code EXOSCOUT_DATA} names the folder of the archive's tables
	 */
	public static void main(String[] arguments) throws IOException {
		Study.run("training", arguments, TrainingBenchmark::run);
	}

	private static String run(CommandLine command, StudyTables tables) throws IOException {
		Path matrix = Files.createTempFile("exoscout-rows", ".csv");
		try {
			return new TrainingBenchmark(command, MeasuredRows.read(command, tables)).run(matrix);
		}
		finally {
			Files.delete(matrix);
		}
	}

	private String run(Path matrix) throws IOException {
		new PeerMatrix(this.rows.samples(), this.rows.folds()).write(matrix);
		int rounds = this.command.number("rounds").orElse(ROUNDS);
		int threads = Study.threads(this.command);
		try (Peers peers = new Peers(this.command.text("python").orElse("python3"),
				Path.of(this.command.text("peers").orElse("benchmarks/src/main/python/peers.py")), matrix)) {
			List<Comparison> comparisons = comparisons(peers);
			for (int round = 0; round <= rounds; round++) {
				for (Comparison comparison : comparisons) {
					comparison.round(round, this.rows.folds().count(), threads, round > 0);
					Study.progress("round %d of %d: %s".formatted(round, rounds, comparison.ours().name()));
				}
			}
			MarkdownTable result = Comparison.table(this.rows.folds().count(), threads);
			comparisons.forEach((comparison) -> comparison.addTo(result));
			return "%s\n\n%s".formatted(circumstances(peers, rounds), result);
		}
	}

	private List<Comparison> comparisons(Peers peers) {
		List<Comparison> comparisons = new ArrayList<>();
		new EnumMap<>(OPPONENTS).forEach((algorithm, opponent) -> {
			Contender ours = new OurLearner("`" + algorithm.id() + "`", Learners.of(options(algorithm)),
					this.rows.samples(), this.rows.folds());
			Contender theirs = new Peer(opponent.name(), peers, algorithm.id(), settings(algorithm),
					this.rows.samples(), this.rows.folds());
			comparisons.add(new Comparison(new Measured(ours), new Measured(theirs), opponent.wanted()));
		});
		return comparisons;
	}

	/** The settings of an algorithm; of an ensemble those of its members, by name. */
	private Map<String, ?> settings(Algorithm algorithm) {
		return (algorithm != Algorithm.ENSEMBLE) ? options(algorithm).hyperparameters()
				: Stream.of(Algorithm.GRADIENT_BOOSTING, Algorithm.XGBOOST)
					.collect(Collectors.toMap(Algorithm::id, (member) -> options(member).hyperparameters()));
	}

	private TrainingOptions options(Algorithm algorithm) {
		return Study.options(this.command, algorithm, Target.PLANET, Study.SEED);
	}

	private String circumstances(Peers peers, int rounds) {
		return Study.text(
				"Measured with %s on %s. Ours with XGBoost %s, theirs with %s. Rounds: %d; times are their medians, figures their means.",
				this.rows.described(), Study.circumstances(this.command),
				Objects.requireNonNullElse(LibraryVersions.of(options(Algorithm.XGBOOST)).xgboost(), ""),
				peers.versions(), rounds);
	}

}
