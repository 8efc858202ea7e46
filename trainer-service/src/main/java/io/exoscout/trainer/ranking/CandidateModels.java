package io.exoscout.trainer.ranking;

import java.util.List;

import io.exoscout.fitting.Folds;
import io.exoscout.fitting.OutOfFold;
import io.exoscout.forest.Forests;
import io.exoscout.model.TrainedModel;
import io.exoscout.trainer.evaluation.FoldModel;
import io.exoscout.trainer.evaluation.PlanetClasses;

/**
 * The models of a training, asked about undecided objects. One that was trained on is
 * judged by the model of its fold alone, which does not know it.
 *
 * @param shipped fitted on all samples
 * @param ofFolds one for each fold
 * @param folds how the samples were dealt out
 * @param predictions what the folds' models said of the samples they do not know
 */
public record CandidateModels(TrainedModel shipped, List<FoldModel> ofFolds, Folds folds, OutOfFold predictions) {

	/** The forests that an object's probabilities come from. */
	Forests judge(Undecided undecided, int object) {
		return undecided.isNew(object) ? this.shipped.forests()
				: this.ofFolds.get(this.folds.of()[undecided.samples()[object]]).forests();
	}

	/** Scores one object. */
	void score(Undecided undecided, int object, PlanetClasses planets, CandidateScores scores) {
		if (!undecided.isNew(object)) {
			scores.probabilities()[object] = this.predictions.probabilities()[undecided.samples()[object]];
			scores.lower()[object] = Double.NaN;
			scores.upper()[object] = Double.NaN;
			return;
		}
		float[] vector = undecided.vector(object);
		double[] probabilities = new double[this.predictions.classes()];
		this.shipped.predict(vector, probabilities);
		scores.probabilities()[object] = probabilities;
		double lower = planets.sum(probabilities);
		double upper = lower;
		double[] ofFold = new double[probabilities.length];
		int at = object * this.ofFolds.size();
		for (FoldModel model : this.ofFolds) {
			model.predict(vector, ofFold);
			double probability = planets.sum(ofFold);
			scores.folds()[at++] = (float) probability;
			lower = Math.min(lower, probability);
			upper = Math.max(upper, probability);
		}
		scores.lower()[object] = lower;
		scores.upper()[object] = upper;
	}

}
