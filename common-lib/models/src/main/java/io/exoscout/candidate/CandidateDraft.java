package io.exoscout.candidate;

import java.io.IOException;

import io.exoscout.body.BlobDraft;
import io.exoscout.body.Spool;
import io.exoscout.store.BlobProblems;
import io.exoscout.store.BlobRef;
import io.exoscout.store.BlobStore;

/** A list of ranked objects on its way into the store. */
public final class CandidateDraft implements AutoCloseable {

	private final BlobDraft draft;

	private final int count;

	private CandidateDraft(BlobDraft draft, Iterable<Candidate> candidates) throws IOException {
		this.draft = draft;
		this.count = CandidateFile.write(candidates, draft.out());
	}

	/**
	 * Writes a list to the spool.
	 * @throws io.exoscout.problem.ProblemException {@code UNAVAILABLE} when it can not be
	 * written
	 */
	public static CandidateDraft of(Spool spool, Iterable<Candidate> candidates) {
		BlobDraft draft = spool.draft();
		try {
			return new CandidateDraft(draft, candidates);
		}
		catch (IOException ex) {
			draft.close();
			throw BlobProblems.unavailable("The ranked candidates can not be written", ex);
		}
		catch (RuntimeException | Error ex) {
			draft.close();
			throw ex;
		}
	}

	/** How many objects it has. */
	public int count() {
		return this.count;
	}

	/** Stores it; doing so twice keeps it once, and brings it back if it was removed. */
	public BlobRef keep(BlobStore blobs) {
		return this.draft.keep(blobs);
	}

	@Override
	public void close() {
		this.draft.close();
	}

}
