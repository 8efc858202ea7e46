package io.exoscout.jobs.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.exoscout.candidate.Candidate;
import io.exoscout.candidate.CandidateReader;
import io.exoscout.candidate.StoredCandidates;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelStore;
import io.exoscout.store.BlobRef;
import io.exoscout.store.Digests;

/**
 * Ranked objects of one job: its candidates, or the others. Never changes, as long as it
 * is there.
 *
 * @param models where it is kept
 * @param card the job's model
 * @param stored what holds for all candidates
 * @param file where in the store
 * @param size how many objects there are
 */
record CandidateList(ModelStore models, ModelCard card, StoredCandidates stored, BlobRef file, int size) {

	/** Shows a part of the list one by one, for those that are too long for memory. */
	void each(int after, int limit, Sink sink) throws IOException {
		try (CandidateReader reader = this.models.openList(this.file)) {
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
		String all = form + this.card.modelName() + this.stored.summary() + this.file;
		return '"' + Digests.sha256(all.getBytes(StandardCharsets.UTF_8)) + '"';
	}

	/** Takes candidates, in rank order. */
	interface Sink {

		void take(Candidate candidate) throws IOException;

	}

}
