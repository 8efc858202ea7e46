package io.exoscout.learning;

import java.util.ArrayList;
import java.util.List;

import io.exoscout.forest.Forest;
import io.exoscout.forest.Link;
import io.exoscout.forest.Tree;

/** Averages deep trees, each grown on its own bootstrap sample (Breiman 2001). */
record RandomForestLearner(FitSettings settings) implements Learner {

	@Override
	public int rounds() {
		return this.settings.whole("n_estimators");
	}

	@Override
	public Fit fit(TrainingSet set, Seed seed, FitMonitor monitor) {
		ClassTreeGrower grower = new ClassTreeGrower(BinnedTable.of(set, monitor), set, limits(set), monitor);
		List<Tree> trees = new ArrayList<>();
		RoundLosses losses = new RoundLosses(monitor, set, Link.MEAN, new double[0], trees);
		for (int i = 0; i < rounds(); i++) {
			trees.add(grower.grow(seed.at(i).random()));
			monitor.roundDone();
			losses.show(i + 1);
		}
		return new Fit(Forest.of(Link.MEAN, set.features(), set.classes(), new double[0], trees), grower.gain());
	}

	private ClassTreeGrower.Limits limits(TrainingSet set) {
		int choice = (int) Math.round(this.settings.real("max_features") * set.features());
		// a tree has fewer than 2 × rows / smallest leaf nodes: the forest stays below
		// its limit
		long enough = 2L * set.size() * rounds() / Forest.MAX_NODES + 1;
		int minLeaf = (int) Math.max(this.settings.whole("min_samples_leaf"), enough);
		return new ClassTreeGrower.Limits(this.settings.whole("max_depth"), minLeaf, Math.max(1, choice));
	}

}
