package io.exoscout.predictor;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.forest.Forest;
import io.exoscout.forest.Forests;
import io.exoscout.forest.Link;
import io.exoscout.forest.Tree;
import io.exoscout.model.Algorithm;
import io.exoscout.model.Calibration;
import io.exoscout.model.ModelManifest;
import io.exoscout.model.TrainedModel;
import io.exoscout.model.TrainingOptions;
import io.exoscout.neighbour.NeighbourFile;
import io.exoscout.neighbour.Neighbours;
import io.exoscout.predictor.rows.ModelInputs;

/** Models with known answers. */
public final class TestModels {

	public static final List<String> KEPLER_FEATURES = List.of("koi_period", "koi_duration", "koi_depth", "koi_prad",
			"koi_teq");

	private TestModels() {
	}

	/** Says planet for periods of ten days and more, and for missing ones. */
	public static TrainedModel longPeriodsArePlanets() {
		Tree tree = Tree.distribution(2);
		int split = tree.split(0, 10f, false, 100);
		tree.leaf(50, 0.9, 0.1);
		tree.right(split);
		tree.leaf(50, 0.2, 0.8);
		return new TrainedModel(manifest(Mission.KEPLER, KEPLER_FEATURES),
				Forests.of(Forest.of(Link.MEAN, KEPLER_FEATURES.size(), 2, new double[0], List.of(tree))),
				Neighbours.NONE);
	}

	/** Knows some objects of its training table. */
	public static TrainedModel amongObjects(int objects) {
		TrainedModel model = longPeriodsArePlanets();
		ByteBuffer known = ByteBuffer.allocate(Integer.BYTES + objects * 44).putInt(objects);
		for (int i = 1; i <= objects; i++) {
			known.putLong(i).putLong(i).putFloat(i).position(known.position() + 24);
		}
		return new TrainedModel(model.manifest(), model.forests(), NeighbourFile.readPlain(known.flip()));
	}

	/** The inputs of a model that looks at some features. */
	public static ModelInputs inputs(Mission mission, List<String> features) {
		return new ModelInputs(model(mission, features));
	}

	/** A model that looks at some features, and says nothing. */
	public static TrainedModel model(Mission mission, List<String> features) {
		Tree leaf = Tree.distribution(2);
		leaf.leaf(1, 0.5, 0.5);
		Forest forest = Forest.of(Link.MEAN, features.size(), 2, new double[0], List.of(leaf));
		return new TrainedModel(manifest(mission, features), Forests.of(forest), Neighbours.NONE);
	}

	/** A manifest that tells of a training. */
	public static ModelManifest trained(ModelManifest from, TrainingOptions options, Map<String, Double> metrics) {
		return new ModelManifest(from.jobId(), from.mission(), options, from.featureSet(), from.features(),
				from.classNames(), from.importance(), from.calibration(), from.calibrator(), metrics, from.evaluation(),
				from.datasetSha256(), from.provenance());
	}

	static ModelManifest manifest(Mission mission, List<String> features) {
		TrainingOptions options = new TrainingOptions(Algorithm.RANDOM_FOREST, Target.PLANET, Map.of(), List.of(), 42);
		return new ModelManifest("0".repeat(64), mission, options, mission.id() + "-1", features,
				List.of(Target.FALSE_POSITIVE, Target.CONFIRMED), new double[features.size()], "none", Calibration.NONE,
				Map.of(), Map.of(), "1".repeat(64), Map.of());
	}

}
