package io.exoscout.candidate;

import java.io.IOException;

import io.exoscout.body.BlobDraft;
import io.exoscout.body.Spool;
import io.exoscout.candidate.StoredCandidates.StoredList;
import io.exoscout.store.BlobProblems;
import io.exoscout.store.BlobStore;

/** The ranked objects of a table on their way into the store. */
public final class CandidateDraft implements AutoCloseable {

	private final CandidateSummary summary;

	private final BlobDraft candidates;

	private final BlobDraft decided;

	private final int decidedCount;

	/**
	 * Writes the lists to the spool.
	 * @throws io.exoscout.problem.ProblemException {@code UNAVAILABLE} when they can not
	 * be written
	 */
	public CandidateDraft(Spool spool, CandidateRanking ranking) {
		this.summary = ranking.summary();
		this.candidates = spool.draft();
		this.decided = second(spool, this.candidates);
		try {
			CandidateFile.write(ranking.candidates(), this.candidates.out());
			this.decidedCount = CandidateFile.write(ranking.decided(), this.decided.out());
		}
		catch (IOException ex) {
			close();
			throw BlobProblems.unavailable("The ranked candidates can not be written", ex);
		}
		catch (RuntimeException | Error ex) {
			close();
			throw ex;
		}
	}

	/** The first one goes, too, where there is no room for another. */
	private static BlobDraft second(Spool spool, BlobDraft first) {
		try {
			return spool.draft();
		}
		catch (RuntimeException | Error ex) {
			first.close();
			throw ex;
		}
	}

	/**
	 * Stores them; doing so twice keeps them once, and brings back what was removed
	 * meanwhile.
	 */
	public StoredCandidates keep(BlobStore blobs) {
		return new StoredCandidates(this.summary, this.candidates.keep(blobs),
				new StoredList(this.decidedCount, this.decided.keep(blobs)));
	}

	@Override
	public void close() {
		try (BlobDraft first = this.candidates; BlobDraft second = this.decided) {
			// both, whatever becomes of one
			return;
		}
	}

}
