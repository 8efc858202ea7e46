package io.exoscout.trainer.ranking;

import java.util.Arrays;
import java.util.List;

import io.exoscout.archive.Target;
import io.exoscout.candidate.CandidateRanking;
import io.exoscout.feature.FeatureInput;
import io.exoscout.feature.FeatureSet;
import io.exoscout.learning.Samples;
import io.exoscout.objects.ObjectTable;
import io.exoscout.trainer.evaluation.PlanetClasses;
import io.exoscout.worker.WorkStopped;
import io.exoscout.worker.WorkWatch;
import org.jspecify.annotations.Nullable;

/**
 * What every training ends with: the objects nobody has decided on, scored, ranked and
 * explained.
 */
public final class CandidateRanker {

	private static final int ROWS = 256;

	/**
	 * Trees' nodes times objects that are worth explaining: some six seconds on one core.
	 * Enough for all of the archive's objects, but for random forests that tell many
	 * classes apart; otherwise the first ranks are explained.
	 */
	private static final long EXPLAINED_NODES = 600_000_000L;

	private static final int ALWAYS_EXPLAINED = 100;

	/** From fewer objects no shares are estimated. */
	private static final int ENOUGH = 50;

	private final Undecided undecided;

	private final Samples samples;

	private final List<FeatureInput> features;

	private final CandidateModels models;

	private final PlanetClasses planets;

	private final JudgedObjects decided;

	private final PartByPart work;

	private final WorkWatch watch;

	/**
	 * Candidates of a training.
	 * @param table what was trained on
	 * @param featureSet version of the feature set
	 * @param target what the classes are
	 * @param samples the decided objects
	 * @param models what came out
	 * @param threads how many of them are asked side by side; the outcome does not depend
	 * on it
	 * @param watch hears of the progress, and may stop it
	 */
	public CandidateRanker(ObjectTable table, String featureSet, Target target, Samples samples, CandidateModels models,
			int threads, WorkWatch watch) {
		this.undecided = Undecided.of(table, samples, target);
		this.samples = samples;
		FeatureSet set = FeatureSet.of(table.mission(), featureSet);
		this.features = samples.features().stream().map(set::input).toList();
		this.models = models;
		this.planets = PlanetClasses.of(table.mission(), target, samples.classNames());
		this.decided = new JudgedObjects(table, Samples.decided(table, target), models.predictions(),
				samples.classNames(), this.planets);
		this.work = new PartByPart(threads, watch);
		this.watch = watch;
	}

	/**
	 * Scores, ranks and explains them.
	 * @throws WorkStopped if the watch said so
	 */
	public CandidateRanking rank() {
		CandidateScores scores = scores();
		int[] order = this.planets.isEmpty() ? new int[0] : scores.ranked(this.undecided, this.planets);
		PriorShift shift = shift(scores);
		int[] explained = Arrays.copyOf(order, Math.min(order.length, explainable()));
		CandidateReasons reasons = CandidateReasons.of(this.undecided, explained, this.models, scores, this.planets,
				this.work, () -> report("Finding reasons for %d of %d objects", explained.length, order.length));
		CandidateNotes notes = new CandidateNotes(this.undecided, this.models, this.planets, this.features);
		return new CandidateRanking(notes.summary(order.length, explained.length, shift),
				new LazyCandidates(this.undecided, order, this.samples, this.features, scores, this.planets, shift,
						reasons),
				this.decided);
	}

	private CandidateScores scores() {
		CandidateScores scores = new CandidateScores(this.undecided.size(), this.models.ofFolds().size());
		this.work.run(this.undecided.size(), ROWS, (from, to, monitor) -> {
			for (int object = from; object < to; object++) {
				monitor.checkStopped();
				this.models.score(this.undecided, object, this.planets, scores);
			}
		}, () -> report("Scoring %d undecided objects", this.undecided.size()));
		return scores;
	}

	/** How common the classes are among the objects, if that can be told. */
	private @Nullable PriorShift shift(CandidateScores scores) {
		if (this.undecided.size() < ENOUGH || this.undecided.trained() > 0) {
			return null;
		}
		double[] trained = Arrays.stream(this.samples.classCounts()).asDoubleStream().toArray();
		PriorShift shift = PriorShift.estimate(this.watch::checkStopped, scores.probabilities(), trained);
		return shift.converged() ? shift : null;
	}

	private int explainable() {
		long nodes = this.models.shipped().forests().nodeCount();
		return (int) Math.max(ALWAYS_EXPLAINED, Math.min(Integer.MAX_VALUE, EXPLAINED_NODES / nodes));
	}

	private void report(String message, Object... numbers) {
		this.watch.progress("candidates", 0.99, message.formatted(numbers));
	}

}
