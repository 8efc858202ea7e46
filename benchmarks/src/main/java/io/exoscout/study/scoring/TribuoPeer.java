package io.exoscout.study.scoring;

import java.util.ArrayList;
import java.util.List;

import io.exoscout.learning.Samples;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.Entropy;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * A random forest of Tribuo's own, which is trained and asked by Tribuo. Missing values
 * are left out of its examples, as it wants them.
 */
final class TribuoPeer {

	private static final int SEED = 7;

	/** It learns from every so many rows: Tribuo takes minutes for all of them. */
	private static final int TRAINED = 4;

	private static final float SHARE_OF_FEATURES = 0.3f;

	private final List<Example<Label>> examples = new ArrayList<>();

	private final Model<Label> model;

	/**
	 * Trains it.
	 * @param trees how many
	 * @param depth of each; it has two to the power of that many leaves at most
	 * @param samples to learn from, and to be asked
	 */
	TribuoPeer(int trees, int depth, Samples samples) {
		LabelFactory labels = new LabelFactory();
		MutableDataset<Label> dataset = new MutableDataset<>(new SimpleDataSourceProvenance("rows", labels), labels);
		float[] vector = new float[samples.features().size()];
		for (int row = 0; row < samples.size(); row++) {
			samples.copyRow(row, vector);
			Example<Label> example = new ArrayExample<>(new Label(samples.classNames().get(samples.labels()[row])));
			for (int f = 0; f < vector.length; f++) {
				if (!Float.isNaN(vector[f])) {
					example.add(new Feature(samples.features().get(f), vector[f]));
				}
			}
			this.examples.add(example);
			if (row % TRAINED == 0) {
				dataset.add(example);
			}
		}
		this.model = new RandomForestTrainer<>(
				new CARTClassificationTrainer(depth, 1, 0, SHARE_OF_FEATURES, false, new Entropy(), SEED),
				new VotingCombiner(), trees, SEED)
			.train(dataset);
	}

	/** Predicts all rows; returns how many. */
	int predict() {
		return this.model.predict(this.examples).size();
	}

}
