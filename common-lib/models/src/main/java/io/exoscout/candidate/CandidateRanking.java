package io.exoscout.candidate;

/**
 * The undecided objects of a training table, ranked, before they are stored.
 *
 * @param summary what holds for all of them
 * @param candidates the objects in rank order; may make each one up as it is asked for,
 * so that not all need to be in memory
 */
public record CandidateRanking(CandidateSummary summary, Iterable<Candidate> candidates) {
}
