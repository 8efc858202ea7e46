package io.exoscout.candidate;

import java.util.List;

/**
 * The objects of a training table, ranked, before they are stored.
 *
 * @param summary what holds for all undecided ones
 * @param candidates the undecided objects in rank order; may make each one up as it is
 * asked for, so that not all need to be in memory
 * @param decided the others, those first of which the model says something else than the
 * archive; each is judged by models that had not seen its star
 */
public record CandidateRanking(CandidateSummary summary, Iterable<Candidate> candidates, Iterable<Candidate> decided) {

	/** Of a table whose decided objects are not asked for. */
	public CandidateRanking(CandidateSummary summary, Iterable<Candidate> candidates) {
		this(summary, candidates, List.of());
	}

}
