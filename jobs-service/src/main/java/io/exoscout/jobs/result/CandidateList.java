package io.exoscout.jobs.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

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

	/** Whether it is about what nobody has decided on. */
	private boolean undecided() {
		return this.file.equals(this.stored.file());
	}

	/** The columns of its objects. */
	CandidateColumns columns() {
		return undecided() ? CandidateColumns.CANDIDATES : CandidateColumns.DECIDED;
	}

	/** What it is about, in the name of a file. */
	String title() {
		return this.card.modelName() + (undecided() ? "-candidates" : "-objects");
	}

	/** What to bear in mind, for a person. */
	List<String> notes() {
		return undecided() ? this.stored.summary().notes() : List.of(DecidedPage.PROTOCOL);
	}

	/** Some of its objects, with what holds for all. */
	Object page(List<Object> objects) {
		return undecided()
				? new CandidatePage(this.card.modelId(), this.card.modelName(), this.stored.summary(), objects)
				: new DecidedPage(this.card.modelId(), this.card.modelName(), this.size,
						this.stored.summary().planetClasses(), DecidedPage.PROTOCOL, objects);
	}

	/** Shows a part of the list one by one, for those that are too long for memory. */
	void each(int after, int limit, Sink sink) throws IOException {
		whole(after, limit, (candidate) -> sink.take(candidate.by(null)));
	}

	/** The same with all that is kept of each. */
	void whole(int after, int limit, Sink sink) throws IOException {
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
