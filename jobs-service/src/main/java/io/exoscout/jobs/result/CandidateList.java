package io.exoscout.jobs.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.exoscout.candidate.Candidate;
import io.exoscout.candidate.CandidateReader;
import io.exoscout.candidate.StoredCandidates;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelStore;
import io.exoscout.store.Digests;

/**
 * The ranked candidates of one job. Never changes, as long as it is there.
 *
 * @param models where it is kept
 * @param card the job's model
 * @param stored where in the store, and what holds for all candidates
 */
record CandidateList(ModelStore models, ModelCard card, StoredCandidates stored) {

	/** How many candidates there are. */
	int size() {
		return this.stored.summary().count();
	}

	/** Shows a part of the list one by one, for those that are too long for memory. */
	void each(int after, int limit, Sink sink) throws IOException {
		try (CandidateReader reader = this.models.open(this.stored)) {
			reader.skip(after);
			Candidate candidate = reader.next();
			for (int shown = 0; candidate != null && shown < limit; shown++) {
				sink.take(candidate);
				candidate = reader.next();
			}
		}
	}

	/** An entity tag (RFC 9110) for the list in one form. */
	String tag(String form) {
		String all = form + this.card.modelName() + this.stored;
		return '"' + Digests.sha256(all.getBytes(StandardCharsets.UTF_8)) + '"';
	}

	/** Takes candidates, in rank order. */
	interface Sink {

		void take(Candidate candidate) throws IOException;

	}

}
