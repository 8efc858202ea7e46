package io.exoscout.trainer.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.candidate.Candidate;
import io.exoscout.candidate.CandidateSummary;
import io.exoscout.fitting.Folds;
import io.exoscout.trainer.engine.Learners;
import io.exoscout.learning.Samples;
import io.exoscout.learning.Seed;
import io.exoscout.model.Algorithm;
import io.exoscout.model.TrainedModel;
import io.exoscout.objects.ObjectTable;
import io.exoscout.trainer.TrainingTables;
import io.exoscout.trainer.Training;
import io.exoscout.trainer.TrainingOutcome;
import io.exoscout.trainer.evaluation.CrossValidation;
import io.exoscout.trainer.evaluation.FoldModel;
import io.exoscout.worker.WorkStopped;
import io.exoscout.worker.WorkWatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class CandidateRankerTests {

	private static final ObjectTable TABLE = TrainingTables.made(1500, 3);

	private static TrainingOutcome train(ObjectTable table, Algorithm algorithm, Target target) {
		return new Training(2).run(
				TrainingTables.task(table, TrainingTables.options(algorithm, target, 42, Map.of("n_estimators", 30))),
				TrainingTables.patient());
	}

	private static ObjectTable labelled(String[] labels) {
		return new ObjectTable(Mission.KEPLER, TABLE.rows(), TABLE.objects(), TABLE.stars(), labels, TABLE.columns(),
				TABLE.values(), TABLE.archiveScores());
	}

	/** The same table with other words for some labels. */
	private static ObjectTable with(String label, String instead) {
		return labelled(Arrays.stream(TABLE.labels())
			.map((found) -> found.equals(label) ? instead : found)
			.toArray(String[]::new));
	}

	private static float[] vector(Candidate candidate) {
		return TABLE.row((int) candidate.row() - 1).values();
	}

	@ParameterizedTest
	@ValueSource(strings = { "CANDIDATE", "" })
	void everyUndecidedObjectIsThereOnce(String label) {
		ObjectTable table = with("CANDIDATE", label);
		List<String> undecided = IntStream.range(0, table.size())
			.filter((row) -> table.labels()[row].equals(label))
			.mapToObj((row) -> table.objects()[row])
			.toList();
		TrainingOutcome outcome = train(table, Algorithm.XGBOOST, Target.PLANET);
		assertThat(TrainingTables.candidates(outcome)).hasSizeGreaterThan(50)
			.extracting(Candidate::object)
			.containsExactlyInAnyOrderElementsOf(undecided);
		assertThat(outcome.candidates().summary().count()).isEqualTo(undecided.size());
	}

	@Test
	void labelsTheArchiveDoesNotKnowAreNoCandidates() {
		TrainingOutcome outcome = train(with("CANDIDATE", "PERHAPS"), Algorithm.XGBOOST, Target.PLANET);
		assertThat(TrainingTables.candidates(outcome)).isEmpty();
		assertThat(outcome.candidates().summary().prior()).isNull();
	}

	@ParameterizedTest
	@EnumSource(Algorithm.class)
	void probabilitiesAreThoseOfTheShippedModel(Algorithm algorithm) {
		TrainingOutcome outcome = train(TABLE, algorithm, Target.PLANET);
		TrainedModel model = outcome.model();
		double[] probabilities = new double[2];
		for (Candidate candidate : TrainingTables.candidates(outcome)) {
			model.predict(vector(candidate), probabilities);
			assertThat(candidate.probability()).isEqualTo(probabilities[1], within(1e-6));
			assertThat(candidate.className()).isEqualTo((probabilities[1] > 0.5) ? "CONFIRMED" : "FALSE POSITIVE");
		}
	}

	@Test
	void modelsOfTheFoldsSayHowMuchHangsOnTheTrainingRows() {
		Training.Task task = TrainingTables.task(TABLE,
				TrainingTables.options(Algorithm.GRADIENT_BOOSTING, Target.PLANET, 42, Map.of("n_estimators", 30)));
		Samples samples = Samples.of(TABLE, task.options());
		Seed seed = new Seed(42);
		List<FoldModel> models = new CrossValidation(samples, Folds.of(samples, seed), Learners.of(task.options()),
				seed)
			.run(2, TrainingTables.patient())
			.foldModels();
		double[] ofFold = new double[2];
		for (Candidate candidate : TrainingTables.candidates(new Training(2).run(task, TrainingTables.patient()))) {
			double[] all = models.stream().mapToDouble((model) -> {
				model.predict(vector(candidate), ofFold);
				return ofFold[1];
			}).toArray();
			double lowest = Arrays.stream(all).min().orElseThrow();
			double highest = Arrays.stream(all).max().orElseThrow();
			assertThat(highest).isGreaterThan(lowest);
			assertThat(candidate.lower()).isEqualTo(Math.min(lowest, candidate.probability()), within(1e-6));
			assertThat(candidate.upper()).isEqualTo(Math.max(highest, candidate.probability()), within(1e-6));
		}
	}

	@Test
	void reasonsAreTheStrongestContributionsToBeingAPlanet() {
		TrainingOutcome outcome = train(TABLE, Algorithm.GRADIENT_BOOSTING, Target.PLANET);
		for (Candidate candidate : TrainingTables.candidates(outcome)) {
			double[] contributions = outcome.model().forests().contributions(vector(candidate), 1);
			double[] strongest = Arrays.stream(contributions)
				.map((contribution) -> -Math.abs(contribution))
				.sorted()
				.map((strength) -> -strength)
				.toArray();
			// one of the four columns is constant, so there are just three
			assertThat(candidate.reasons()).hasSize(3);
			for (int i = 0; i < 3; i++) {
				Candidate.Reason reason = candidate.reasons().get(i);
				int feature = TABLE.columns().indexOf(reason.feature());
				float value = vector(candidate)[feature];
				assertThat(reason.value()).isEqualTo(Float.isNaN(value) ? null : value);
				assertThat(reason.contribution()).isEqualTo(contributions[feature], within(1e-6));
				assertThat(Math.abs(reason.contribution())).isEqualTo(strongest[i], within(1e-6));
			}
		}
		assertThat(outcome.candidates().summary().contribution()).startsWith("log-odds");
	}

	@Test
	void tagsReasonsAndNamesDoubtsOfFeaturesThatAreThere() {
		ObjectTable named = new ObjectTable(Mission.KEPLER, TABLE.rows(), TABLE.objects(), TABLE.stars(),
				TABLE.labels(), List.of("temperature_relative_error", "koi_depth", "koi_kepmag", "constant"),
				TABLE.values(), TABLE.archiveScores());
		TrainingOutcome outcome = train(named, Algorithm.XGBOOST, Target.PLANET);
		assertThat(TrainingTables.candidates(outcome).get(0).reasons())
			.filteredOn((reason) -> reason.feature().equals("temperature_relative_error"))
			.singleElement()
			.satisfies((reason) -> assertThat(reason.tags()).containsExactly("star", "possible_follow_up"));
		assertThat(outcome.candidates().summary().notes())
			.anyMatch((note) -> note.startsWith("In doubt: temperature_relative_error: its width shows"))
			.noneMatch((note) -> note.contains("gravity_relative_error"));
	}

	@Test
	void equalsAreRankedByName() {
		float[][] values = Arrays.stream(TABLE.values()).map(float[]::clone).toArray(float[][]::new);
		for (int row = 0; row < TABLE.size(); row++) {
			for (int column = 0; TABLE.labels()[row].equals("CANDIDATE") && column < values.length; column++) {
				values[column][row] = 1;
			}
		}
		ObjectTable equals = new ObjectTable(Mission.KEPLER, TABLE.rows(), TABLE.objects(), TABLE.stars(),
				TABLE.labels(), TABLE.columns(), values, TABLE.archiveScores());
		assertThat(TrainingTables.candidates(train(equals, Algorithm.XGBOOST, Target.PLANET))).hasSizeGreaterThan(50)
			.extracting(Candidate::object)
			.isSorted();
	}

	@Test
	void correctsForHowCommonPlanetsAreAmongTheUndecided() {
		// false positives that are still undecided make planets rarer among the undecided
		String[] labels = TABLE.labels().clone();
		for (int row = 0; row < labels.length; row++) {
			labels[row] = (labels[row].equals("FALSE POSITIVE") && row % 3 == 0) ? "" : labels[row];
		}
		TrainingOutcome outcome = train(labelled(labels), Algorithm.GRADIENT_BOOSTING, Target.PLANET);
		CandidateSummary.Prior prior = outcome.candidates().summary().prior();
		assertThat(prior.trainingShare()).isBetween(0.35, 0.5);
		assertThat(prior.estimatedShare()).isLessThan(prior.trainingShare() - 0.1);
		List<Candidate> candidates = TrainingTables.candidates(outcome);
		// what is left is what defines the estimate
		assertThat(candidates.stream().mapToDouble(Candidate::correctedProbability).average().orElseThrow())
			.isEqualTo(prior.estimatedShare(), within(1e-5));
		assertThat(candidates).allMatch((candidate) -> candidate.correctedProbability() <= candidate.probability());
	}

	@Test
	void candidatesThatWereTrainedOnAreJudgedByAModelThatDoesNotKnowThem() {
		TrainingOutcome outcome = train(TABLE, Algorithm.RANDOM_FOREST, Target.DISPOSITION);
		TrainedModel model = outcome.model();
		double[] probabilities = new double[3];
		int calledCandidates = 0;
		for (Candidate candidate : TrainingTables.candidates(outcome)) {
			assertThat(candidate.lower()).isNull();
			assertThat(candidate.correctedProbability()).isNull();
			model.predict(vector(candidate), probabilities);
			// which knows them by heart
			calledCandidates += (probabilities[1] > 0.3) ? 1 : 0;
			assertThat(candidate.className()).isNotEqualTo("CANDIDATE");
		}
		assertThat(calledCandidates).isGreaterThan(50);
		assertThat(outcome.candidates().summary().notes()).anyMatch((note) -> note.contains("trained on as a class"));
	}

	@Test
	void tablesWithoutPlanetsHaveNothingToRank() {
		TrainingOutcome outcome = train(with("CONFIRMED", ""), Algorithm.XGBOOST, Target.DISPOSITION);
		assertThat(outcome.manifest().classNames()).containsExactly("FALSE POSITIVE", "CANDIDATE");
		assertThat(TrainingTables.candidates(outcome)).isEmpty();
		assertThat(outcome.candidates().summary().notes()).anyMatch((note) -> note.contains("nothing is ranked"));
	}

	@Test
	void countsCandidatesOnStarsWithDecidedObjects() {
		TrainingOutcome outcome = train(TABLE, Algorithm.XGBOOST, Target.PLANET);
		long beside = IntStream.range(0, TABLE.size())
			.filter((row) -> TABLE.labels()[row].equals("CANDIDATE"))
			// two objects per star
			.filter((row) -> !TABLE.labels()[row ^ 1].equals("CANDIDATE"))
			.count();
		assertThat(outcome.candidates().summary().notes())
			.anyMatch((note) -> note.startsWith(beside + " of the undecided objects are on stars with decided"));
	}

	@Test
	void stopsWhileItScores() {
		AtomicBoolean scoring = new AtomicBoolean();
		WorkWatch watch = new WorkWatch() {

			@Override
			public void progress(String phase, double fraction, String message) {
				scoring.compareAndSet(false, phase.equals("candidates"));
			}

			@Override
			public boolean stopped() {
				return scoring.get();
			}

		};
		Training.Task task = TrainingTables.task(TABLE,
				TrainingTables.options(Algorithm.XGBOOST, Target.PLANET, 42, Map.of("n_estimators", 5)));
		assertThatExceptionOfType(WorkStopped.class).isThrownBy(() -> new Training(2).run(task, watch));
	}

}
