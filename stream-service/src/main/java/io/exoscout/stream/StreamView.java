package io.exoscout.stream;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.stream.definition.StreamDocument;
import io.exoscout.stream.definition.StreamState;
import io.exoscout.stream.retraining.AskedTraining;
import org.jspecify.annotations.Nullable;

/**
 * A stream as it is shown.
 *
 * @param id its address
 * @param name what it is called
 * @param state {@code running} or {@code paused}; events are taken and kept either way
 * @param seq the number of the last entry that it learned from
 * @param lastSeq the number of the last entry that is kept
 * @param lag how many entries it has still to learn from
 * @param rejected how many entries were sent that can not be read
 * @param duplicates how many entries were sent again
 * @param watermark the time before which events are late; left out before the first
 * @param late how many were
 * @param pendingLabels how many labels are awaited
 * @param replay the file that is being replayed, if there is one
 * @param trouble why it can not learn for now, if so
 * @param retraining what came of the changes that were noticed, the oldest first; where
 * they ask for trainings
 * @param owner who defined it, if he is known by name
 * @param createdAt when
 * @param definition what it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StreamView(String id, String name, StreamState state, long seq, long lastSeq, long lag, long rejected,
		long duplicates, @Nullable Instant watermark, long late, long pendingLabels, @Nullable ReplayView replay,
		@Nullable TroubleView trouble, @Nullable List<AskedTraining> retraining, @Nullable String owner,
		Instant createdAt, StreamDocument definition) {

	/**
	 * A file that is being replayed.
	 *
	 * @param sent how many of its events were given to the stream
	 * @param of how many there are
	 * @param trouble why it can not go on for now, if so; it is tried again
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ReplayView(long sent, long of, @Nullable String trouble) {
	}

	/**
	 * Why a stream can not learn. It is tried again, the more seldom the more often it
	 * failed; a pause and a resume have it tried at once.
	 *
	 * @param reason what went wrong last
	 * @param since when it did for the first time
	 * @param times how often it did
	 */
	record TroubleView(String reason, Instant since, int times) {
	}

}
