package io.exoscout.stream.intake;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.stream.log.RejectedLine;
import org.jspecify.annotations.Nullable;

/**
 * What became of the entries of a request. What was accepted is kept.
 *
 * @param accepted how many are in the log by this request
 * @param duplicates how many were there already
 * @param firstSeq the number of the first accepted one; left out where none was
 * @param lastSeq the number of the last accepted one
 * @param rejectedCount how many were not taken
 * @param rejected the first 100 of these, and why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IntakeAnswer(long accepted, long duplicates, @Nullable Long firstSeq, @Nullable Long lastSeq,
		long rejectedCount, List<RejectedLine> rejected) {
}
