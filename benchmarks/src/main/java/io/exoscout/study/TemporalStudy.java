package io.exoscout.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.exoscout.archive.Target;
import io.exoscout.candidate.CandidateSummary;
import io.exoscout.model.Algorithm;
import io.exoscout.trainer.Training;
import io.exoscout.trainer.TrainingOutcome;

/**
 * The test that counts: trains on an earlier table, ranks what it leaves open, and judges
 * that by what a later table of the same mission says. Each ranking is the list of
 * candidates that a training job ends with.
 */
public final class TemporalStudy {

	private final CommandLine command;

	private final StudyTable earlier;

	private final StudyTable later;

	private TemporalStudy(CommandLine command, StudyTable earlier, StudyTable later) {
		this.command = command;
		this.earlier = earlier;
		this.later = later;
	}

	/**
	 * Trains, ranks and judges.
	 * @param arguments if need be {@code earlier=} and {@code later=}, two tables of one
	 * mission; {@code algorithm=} only this one; {@code trees=} and {@code threads=}
	 */
	public static void main(String[] arguments) throws IOException {
		Study.run("temporal", arguments, TemporalStudy::run);
	}

	static String run(CommandLine command, StudyTables tables) throws IOException {
		return new TemporalStudy(command, tables.read(path(command, "earlier", StudyTables.KEPLER_2017)),
				tables.read(path(command, "later", StudyTables.KEPLER)))
			.run();
	}

	private static Path path(CommandLine command, String name, String preset) {
		return command.text(name).map(Path::of).orElseGet(() -> StudyTables.archived(preset));
	}

	private String run() {
		Verdicts verdicts = Verdicts.between(this.earlier.objects(), this.later.objects());
		LaterVerdictsTable table = new LaterVerdictsTable();
		List<LaterVerdicts> rankings = new ArrayList<>();
		int open = 0;
		for (Algorithm algorithm : Study.algorithms(this.command)) {
			TrainingOutcome outcome = train(algorithm);
			LaterVerdicts judged = LaterVerdicts.of(outcome.candidates().candidates(), verdicts);
			table.model("`" + algorithm.id() + "`", judged, estimated(outcome), trained(outcome));
			rankings.add(judged);
			open = outcome.candidates().summary().count();
			Study.progress(algorithm.id() + " is judged");
		}
		// the objects are the same whoever ranks them
		LaterVerdicts any = rankings.get(0);
		table.archive(any);
		if (isDefault()) {
			table.wanted();
		}
		return "%s\n\n%s".formatted(circumstances(open, any), table);
	}

	private TrainingOutcome train(Algorithm algorithm) {
		return new Training(Study.threads(this.command)).run(
				this.earlier.task(Study.options(this.command, algorithm, Target.PLANET, Study.SEED)),
				EndlessWatch.WATCH);
	}

	private boolean isDefault() {
		return this.earlier.name().equals(StudyTables.KEPLER_2017) && this.later.name().equals(StudyTables.KEPLER);
	}

	private static double estimated(TrainingOutcome outcome) {
		return Optional.ofNullable(outcome.candidates().summary().prior())
			.map(CandidateSummary.Prior::estimatedShare)
			.orElse(Double.NaN);
	}

	private static double[] trained(TrainingOutcome outcome) {
		// in the order of the classes, planets last
		return outcome.results()
			.evaluation()
			.classCounts()
			.values()
			.stream()
			.mapToDouble(Integer::doubleValue)
			.toArray();
	}

	private String circumstances(int open, LaterVerdicts judged) {
		return Study.text(
				"Trained on %s; of %,d objects that it leaves open, %s decides %,d, of which %.1f %% are planets; %s.",
				this.earlier.name(), open, this.later.name(), judged.size(), 100 * judged.share(),
				Study.circumstances(this.command));
	}

}
