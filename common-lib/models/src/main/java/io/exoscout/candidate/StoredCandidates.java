package io.exoscout.candidate;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.store.BlobRef;

/**
 * A list of candidates in the model store.
 *
 * @param summary what holds for all of them
 * @param file the list: one candidate as JSON on each line, in rank order
 */
public record StoredCandidates(@JsonUnwrapped CandidateSummary summary, BlobRef file) {
}
