package io.exoscout.trainer;

import io.exoscout.candidate.CandidateRanking;
import io.exoscout.model.ModelManifest;
import io.exoscout.model.TrainedModel;
import io.exoscout.result.TrainingResults;
import org.jspecify.annotations.Nullable;

/**
 * What a training yields.
 *
 * @param model the model, fitted on all decided rows; the same for the same job
 * @param original that model in the form of the library that fitted it, as gzip;
 * {@code null} where there is none
 * @param results what the job document shows: out-of-fold figures, curves, importance,
 * timings
 * @param candidates the objects of the table, ranked
 */
public record TrainingOutcome(TrainedModel model, byte @Nullable [] original, TrainingResults results,
		CandidateRanking candidates) {

	/** The same outcome with candidates that have facts. */
	TrainingOutcome with(TableFacts facts) {
		return new TrainingOutcome(this.model, this.original, this.results,
				new CandidateRanking(this.candidates.summary(), facts.with(this.candidates.candidates()),
						facts.with(this.candidates.decided())));
	}

	/** What the model says about itself. */
	public ModelManifest manifest() {
		return this.model.manifest();
	}

}
