package io.exoscout.trainer.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.exoscout.candidate.CandidateSummary;
import io.exoscout.candidate.CandidateSummary.Prior;
import io.exoscout.feature.FeatureInput;
import io.exoscout.result.Rounded;
import io.exoscout.trainer.evaluation.PlanetClasses;
import org.jspecify.annotations.Nullable;

/**
 * What a list of candidates says about itself, in words.
 *
 * @param undecided the objects
 * @param models what scored them
 * @param planets the classes that mean a planet
 * @param features what is said of each feature
 */
record CandidateNotes(Undecided undecided, CandidateModels models, PlanetClasses planets, List<FeatureInput> features) {

	private static final String RANKED_BY = "probability, highest first; equals by object, then by row";

	private static final String INTERVAL = "lowest and highest probability by this model and those of the %d folds, each fitted without one fold's stars: how much hangs on the training rows, no confidence interval";

	private static final String CONTRIBUTION = "%s of being a planet before calibration, compared with the average training row (TreeSHAP)";

	private static final String METHOD = "the shares at which the corrected probabilities of the candidates average to the shares themselves (Saerens et al. 2002)";

	/** Sums up a list; the shift is missing where it could not be told. */
	CandidateSummary summary(int count, int explained, @Nullable PriorShift shift) {
		return new CandidateSummary(count, this.planets.names(), RANKED_BY,
				String.format(Locale.ROOT, INTERVAL, this.models.ofFolds().size()),
				CONTRIBUTION.formatted(this.models.shipped().forests().contributionUnit()),
				(shift != null) ? prior(shift) : null, notes(count, explained, shift != null));
	}

	private Prior prior(PriorShift shift) {
		return new Prior(Rounded.sixDigits(this.planets.sum(shift.trained())),
				Rounded.sixDigits(this.planets.sum(shift.estimated())), METHOD);
	}

	private List<String> notes(int count, int explained, boolean corrected) {
		List<String> notes = new ArrayList<>();
		if (this.planets.isEmpty()) {
			notes.add("No class of this table means a planet, so nothing is ranked.");
		}
		long trained = this.undecided.trained();
		if (trained > 0) {
			notes.add(trained
					+ " of the undecided objects were trained on as a class of their own. Their probabilities and reasons are those of the one fold's model that does not know their star; they have no lower and upper.");
		}
		long beside = this.undecided.besideDecided();
		if (beside > 0) {
			notes.add(beside
					+ " of the undecided objects are on stars with decided objects, which the models were trained on.");
		}
		if (corrected) {
			notes.add(
					"corrected_probability holds if planets and false positives look the same among decided and undecided objects and only their shares differ.");
		}
		if (explained < count) {
			notes.add("The first " + explained + " ranks have reasons.");
		}
		notes.addAll(FeatureInput.doubtNotes(this.features));
		return notes;
	}

}
