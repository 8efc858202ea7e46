package io.exoscout.learning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.exoscout.forest.Forest;
import io.exoscout.forest.Forests;
import io.exoscout.model.Algorithm;

/**
 * Averages the probabilities of several learners, whose mistakes are not all the same.
 * Each gives the model it would give alone.
 */
record EnsembleLearner(List<Member> members) implements Learner {

	/**
	 * One of several.
	 *
	 * @param algorithm what it is
	 * @param learner learns
	 * @param weight its share of what all say
	 */
	record Member(Algorithm algorithm, Learner learner, double weight) {
	}

	static EnsembleLearner of(FitSettings settings) {
		Map<String, Integer> size = Map.of("n_estimators", settings.whole("n_estimators"));
		double forest = settings.real("forest_weight");
		List<Member> members = new ArrayList<>();
		Map<Algorithm, Double> shares = new EnumMap<>(Map.of(Algorithm.GRADIENT_BOOSTING, (1 - forest) / 2,
				Algorithm.XGBOOST, (1 - forest) / 2, Algorithm.RANDOM_FOREST, forest));
		shares.forEach((algorithm, weight) -> {
			if (weight > 0) {
				members.add(new Member(algorithm, Learner.of(algorithm, algorithm.check(size)), weight));
			}
		});
		return new EnsembleLearner(members);
	}

	@Override
	public int rounds() {
		return this.members.stream().mapToInt((member) -> member.learner().rounds()).sum();
	}

	/**
	 * Gains of different learners can not be compared: each has its share of the whole.
	 */
	@Override
	public Fit fit(TrainingSet set, Seed seed, FitMonitor monitor) {
		List<Forest> forests = new ArrayList<>();
		double[] gain = new double[set.features()];
		int rounds = 0;
		for (Member member : this.members) {
			Fit fit = member.learner().fit(set, seed, monitor.of(member.algorithm(), rounds));
			rounds += member.learner().rounds();
			forests.addAll(fit.forests().members());
			double[] importance = fit.importance();
			for (int f = 0; f < gain.length; f++) {
				gain[f] += member.weight() * importance[f];
			}
		}
		return new Fit(new Forests(forests, this.members.stream().map(Member::weight).toList()), gain);
	}

}
