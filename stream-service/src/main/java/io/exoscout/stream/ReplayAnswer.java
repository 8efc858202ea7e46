package io.exoscout.stream;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.stream.intake.IntakeAnswer;
import io.exoscout.stream.log.RejectedLine;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a file.
 *
 * @param events how many of its rows are events
 * @param rejectedCount how many are not
 * @param rejected the first 100 of these, and why
 * @param seconds how long it takes with the speed that was asked for; left out where it
 * is done
 * @param kept what was kept of it; left out where it has just begun
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayAnswer(long events, long rejectedCount, List<RejectedLine> rejected, @Nullable Double seconds,
		@Nullable IntakeAnswer kept) {
}
