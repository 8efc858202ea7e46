package io.exoscout.model;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.candidate.Candidate;
import io.exoscout.candidate.Candidate.Reason;
import io.exoscout.candidate.CandidateRanking;
import io.exoscout.candidate.CandidateSummary;
import io.exoscout.forest.Forest;
import io.exoscout.forest.Forests;
import io.exoscout.forest.Link;
import io.exoscout.forest.Tree;
import io.exoscout.neighbour.NeighbourFile;

/** Models made up for tests. */
public final class MadeModels {

	/** What was the default when the first model files were written. */
	private static final Map<String, Double> HYPERPARAMETERS = Map.of("n_estimators", 400.0, "learning_rate", 0.05,
			"subsample", 0.8, "colsample_bytree", 0.6, "min_child_weight", 1.0);

	private MadeModels() {
	}

	/** A random forest in the literal sense. */
	public static Forest forest(Link link, int features, int classes, long seed) {
		Random random = new Random(seed);
		List<Tree> trees = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			Tree tree = (link == Link.MEAN) ? Tree.distribution(classes)
					: Tree.score((link == Link.SOFTMAX) ? i % classes : 0);
			grow(tree, link, features, classes, random, 6);
			trees.add(tree);
		}
		double[] base = new double[(link == Link.MEAN) ? 0 : (link == Link.SOFTMAX) ? classes : 1];
		for (int k = 0; k < base.length; k++) {
			base[k] = random.nextGaussian();
		}
		return Forest.of(link, features, classes, base, trees);
	}

	/** An average of different forests. */
	public static Forests forests(int features, int classes) {
		return new Forests(
				List.of(forest(Link.LOGISTIC, features, classes, 1), forest(Link.MEAN, features, classes, 2)),
				List.of(0.75, 0.25));
	}

	/** A model of a training table of three objects. */
	public static TrainedModel model(ModelManifest manifest, Forests forests) {
		ByteBuffer objects = ByteBuffer.allocate(4 + 3 * 44).putInt(3);
		for (int i = 1; i <= 3; i++) {
			objects.putLong(i).putLong(i / 2).putFloat(i * 7).putFloat(140).putFloat(3).putFloat(2).putFloat(0.5f);
			objects.putFloat(290).putFloat(45);
		}
		return new TrainedModel(manifest, forests, NeighbourFile.readPlain(objects.flip()));
	}

	static ModelManifest calibrated(ModelManifest from) {
		Calibration calibration = new Calibration(0.8, List.of(0.1, -0.1));
		return new ModelManifest(from.jobId(), from.mission(), from.options(), from.featureSet(), from.features(),
				from.classNames(), from.importance(), calibration.method(), calibration, from.metrics(),
				from.evaluation(), from.datasetSha256(), from.provenance());
	}

	public static ModelManifest manifest(String jobId, int features) {
		List<String> names = new ArrayList<>();
		double[] importance = new double[features];
		for (int f = 0; f < features; f++) {
			names.add("koi_" + f);
			importance[f] = 1.0 / features;
		}
		TrainingOptions options = new TrainingOptions(Algorithm.XGBOOST, Target.PLANET,
				Algorithm.XGBOOST.check(HYPERPARAMETERS), List.of("koi_kepmag"), 42);
		Map<String, Object> evaluation = new TreeMap<>(
				Map.of("folds", 5, "protocol", "by star", "per_fold", List.of(Map.of("fold", 1, "roc_auc", 0.5)),
						"class_counts", Map.of("FALSE POSITIVE", 2, "CONFIRMED", 3)));
		return new ModelManifest(jobId, Mission.KEPLER, options, "kepler-1", names,
				List.of("FALSE POSITIVE", "CONFIRMED"), importance, "none", Calibration.NONE,
				new TreeMap<>(Map.of("roc_auc", 0.984, "accuracy", 0.94)), evaluation, "a".repeat(64),
				new TreeMap<>(Map.of("exoscout", "0.1.0", "xgboost", "3.0.4")));
	}

	/** Candidates K1, K2 … of falling probability; every other one names no object. */
	public static CandidateRanking candidates(int count) {
		return ranking(IntStream.rangeClosed(1, count)
			.mapToObj((rank) -> candidate(rank, (rank % 2 == 1) ? "K" + rank : null, 1.0 / rank))
			.toList());
	}

	/** A ranking of given candidates. */
	public static CandidateRanking ranking(List<Candidate> candidates) {
		CandidateSummary summary = new CandidateSummary(candidates.size(), List.of("CONFIRMED"), "probability",
				"lowest and highest of 5 folds", "log-odds", new CandidateSummary.Prior(0.36, 0.75, "EM"),
				List.of("made up"));
		return new CandidateRanking(summary, candidates);
	}

	public static Candidate candidate(int rank, String object, double probability) {
		return new Candidate(rank, 100 + rank, object, "star " + rank, "CONFIRMED", probability, null, probability / 2,
				probability, List.of(new Reason("koi_depth", 153f, 0.8, List.of("transit")),
						new Reason("koi_prad", null, -0.25, null)));
	}

	private static void grow(Tree tree, Link link, int features, int classes, Random random, int depth) {
		if (depth == 0 || random.nextInt(5) == 0) {
			double[] value = new double[(link == Link.MEAN) ? classes : 1];
			double sum = 0;
			for (int c = 0; c < value.length; c++) {
				value[c] = random.nextDouble();
				sum += value[c];
			}
			for (int c = 0; c < value.length && link == Link.MEAN; c++) {
				value[c] /= sum;
			}
			tree.leaf(1 + random.nextInt(9), value);
			return;
		}
		int split = tree.split(random.nextInt(features), random.nextInt(5), random.nextBoolean(), 10);
		grow(tree, link, features, classes, random, depth - 1);
		tree.right(split);
		grow(tree, link, features, classes, random, depth - 1);
	}

}
