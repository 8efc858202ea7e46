package io.exoscout.trainer.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.exoscout.candidate.Candidate.Reason;
import io.exoscout.feature.FeatureInput;
import io.exoscout.forest.Forests;
import io.exoscout.learning.FitMonitor;
import io.exoscout.result.Rounded;
import io.exoscout.trainer.evaluation.PlanetClasses;

/**
 * Why undecided objects have the probability they have: the strongest contributions of
 * features, by the model that the probability comes from. Kept in flat arrays, since
 * tables may have a million objects.
 */
final class CandidateReasons {

	/** How many features are named. */
	private static final int MOST = 3;

	/** Contributions that would be shown as 0 are no reasons. */
	private static final double LEAST = 1e-6;

	private static final int NONE = -1;

	private final Undecided undecided;

	private final int[] features;

	private final double[] contributions;

	private CandidateReasons(Undecided undecided) {
		this.undecided = undecided;
		this.features = IntStream.range(0, MOST * undecided.size()).map((i) -> NONE).toArray();
		this.contributions = new double[MOST * undecided.size()];
	}

	/** A model and the class of it that is to be explained. */
	private record Question(Forests forests, int output) {
	}

	/**
	 * Finds reasons.
	 * @param undecided the objects
	 * @param explained those to explain
	 * @param models what scored them
	 * @param scores how
	 * @param planets the classes that mean a planet; the likelier one is explained
	 * @param work explains part by part
	 * @param look called meanwhile
	 */
	static CandidateReasons of(Undecided undecided, int[] explained, CandidateModels models, CandidateScores scores,
			PlanetClasses planets, PartByPart work, Runnable look) {
		CandidateReasons reasons = new CandidateReasons(undecided);
		Map<Question, List<Integer>> asked = new LinkedHashMap<>();
		for (int object : explained) {
			Question question = new Question(models.judge(undecided, object),
					planets.likeliest(scores.probabilities()[object]));
			asked.computeIfAbsent(question, (first) -> new ArrayList<>()).add(object);
		}
		asked.forEach((question, objects) -> work.run(objects.size(), Forests.EXPLAINED_TOGETHER,
				(from, to, monitor) -> reasons.explain(question, objects.subList(from, to), monitor), look));
		return reasons;
	}

	private void explain(Question question, List<Integer> objects, FitMonitor monitor) {
		float[][] vectors = objects.stream().map(this.undecided::vector).toArray(float[][]::new);
		double[][] all = question.forests().contributions(vectors, question.output(), monitor::checkStopped);
		for (int i = 0; i < all.length; i++) {
			double[] contributions = all[i];
			int at = MOST * objects.get(i);
			int[] strongest = IntStream.range(0, contributions.length)
				.filter((f) -> Math.abs(contributions[f]) >= LEAST)
				.boxed()
				.sorted(Comparator.comparingDouble((Integer f) -> -Math.abs(contributions[f])).thenComparing((f) -> f))
				.limit(MOST)
				.mapToInt(Integer::intValue)
				.toArray();
			for (int f : strongest) {
				this.features[at] = f;
				this.contributions[at++] = contributions[f];
			}
		}
	}

	/** The reasons for one object, the strongest first; none if it was not explained. */
	List<Reason> of(int object, List<FeatureInput> features) {
		List<Reason> reasons = new ArrayList<>();
		for (int at = MOST * object; at < MOST * (object + 1) && this.features[at] != NONE; at++) {
			float value = this.undecided.value(object, this.features[at]);
			FeatureInput feature = features.get(this.features[at]);
			reasons.add(new Reason(feature.name(), Float.isNaN(value) ? null : value,
					Rounded.sixDigits(this.contributions[at]), feature.tagIds()));
		}
		return reasons;
	}

}
