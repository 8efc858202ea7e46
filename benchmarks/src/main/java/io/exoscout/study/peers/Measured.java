package io.exoscout.study.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.exoscout.result.ResultJson;
import io.exoscout.study.Figure;
import io.exoscout.trainer.evaluation.PredictionFigures;

/** Times and figures of one contender, round by round. */
final class Measured {

	private final Contender contender;

	private final List<Double> ones = new ArrayList<>();

	private final List<Double> alls = new ArrayList<>();

	private final List<Map<String, Object>> figures = new ArrayList<>();

	Measured(Contender contender) {
		this.contender = contender;
	}

	String name() {
		return this.contender.name();
	}

	/** Fits one fold alone, then all of them; what comes out is kept if it counts. */
	void round(int fold, int threads, int seed, boolean counts) throws IOException {
		double one = this.contender.fitOne(fold, seed);
		Contender.AllFolds all = this.contender.fitAll(threads, seed);
		if (counts) {
			this.ones.add(one);
			this.alls.add(all.seconds());
			this.figures.add(ResultJson.map(new PredictionFigures(all.predictions()).ranked()));
		}
	}

	/** Median time of one fit on one thread, in seconds. */
	double one() {
		return median(this.ones);
	}

	/** Median time of the fits of all folds, in seconds. */
	double all() {
		return median(this.alls);
	}

	/** Mean of a figure over the rounds, each of which had a seed of its own. */
	double mean(Figure figure) {
		return this.figures.stream().mapToDouble((all) -> figure.in(all).orElseThrow()).average().orElseThrow();
	}

	private static double median(List<Double> values) {
		double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
		return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
	}

}
