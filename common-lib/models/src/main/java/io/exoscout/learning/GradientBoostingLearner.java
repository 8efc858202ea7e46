package io.exoscout.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import io.exoscout.forest.Forest;
import io.exoscout.forest.Tree;
import io.exoscout.learning.GradientTreeGrower.Round;

/**
 * Adds up shallow trees, each fitted to what the ones before got wrong, on a random part
 * of rows and features (Friedman 2001, 2002).
 */
record GradientBoostingLearner(FitSettings settings) implements Learner {

	@Override
	public int rounds() {
		return this.settings.whole("n_estimators");
	}

	@Override
	public Fit fit(TrainingSet set, Seed seed, FitMonitor monitor) {
		BinnedTable table = BinnedTable.of(set, monitor);
		Loss loss = new Loss(set);
		double rate = this.settings.real("learning_rate") * loss.damping();
		GradientTreeGrower grower = new GradientTreeGrower(table, this.settings.whole("max_depth"),
				this.settings.whole("min_samples_leaf"), rate, monitor);
		int outputs = loss.base().length;
		double[][] scores = new double[outputs][set.size()];
		double[][] gradients = new double[outputs][set.size()];
		double[][] hessians = new double[outputs][set.size()];
		for (int k = 0; k < outputs; k++) {
			Arrays.fill(scores[k], loss.base()[k]);
		}
		List<Tree> trees = new ArrayList<>();
		RoundLosses losses = new RoundLosses(monitor, set, loss.link(), loss.base(), trees);
		for (int i = 0; i < rounds(); i++) {
			SplittableRandom random = seed.at(i).random();
			loss.derive(scores, gradients, hessians);
			int[] rows = shuffled(set.size(), random);
			for (int k = 0; k < outputs; k++) {
				int[] features = choice(table.features(), random);
				trees.add(grower.grow(round(rows, features, gradients[k], hessians[k], scores[k]), k));
			}
			monitor.roundDone();
			losses.show(i + 1);
		}
		return new Fit(Forest.of(loss.link(), set.features(), set.classes(), loss.base(), trees), grower.gain());
	}

	private Round round(int[] rows, int[] features, double[] gradients, double[] hessians, double[] scores) {
		int drawn = Math.max(1, (int) Math.round(this.settings.real("subsample") * rows.length));
		int[] first = Arrays.copyOf(rows, drawn);
		int[] others = Arrays.copyOfRange(rows, drawn, rows.length);
		// in order: memory is walked forwards
		Arrays.sort(first);
		return new Round(features, new Partition(first, first.length), new Partition(others, others.length), gradients,
				hessians, scores);
	}

	private int[] choice(int features, SplittableRandom random) {
		int count = Math.max(1, (int) Math.round(this.settings.real("max_features") * features));
		int[] choice = Arrays.copyOf(shuffled(features, random), count);
		Arrays.sort(choice);
		return choice;
	}

	private static int[] shuffled(int size, SplittableRandom random) {
		int[] numbers = new int[size];
		for (int i = 0; i < size; i++) {
			int other = random.nextInt(i + 1);
			numbers[i] = numbers[other];
			numbers[other] = i;
		}
		return numbers;
	}

}
