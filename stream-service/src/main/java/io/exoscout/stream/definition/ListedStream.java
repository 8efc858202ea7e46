package io.exoscout.stream.definition;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A stream in the list.
 *
 * @param id its address
 * @param name what it is called
 * @param state {@code running}, {@code paused}, or {@code unreadable}: of a definition
 * that this version refuses
 * @param algorithm of its model
 * @param seq the number of the last entry that it learned from
 * @param lastSeq the number of the last entry that is kept
 * @param lag how many entries it has still to learn from
 * @param learnedAt when it learned from something last; left out before it has
 * @param createdAt when it was defined
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListedStream(String id, @Nullable String name, String state, @Nullable String algorithm, long seq,
		long lastSeq, long lag, @Nullable Instant learnedAt, Instant createdAt) {

	static final String UNREADABLE = "unreadable";

	/** The same, and how it stands. */
	public ListedStream at(long seq, long lastSeq, @Nullable Instant learnedAt) {
		return new ListedStream(this.id, this.name, this.state, this.algorithm, seq, lastSeq,
				Math.max(0, lastSeq - seq), learnedAt, this.createdAt);
	}

	static ListedStream of(KnownStream stream) {
		return new ListedStream(stream.id(), stream.definition().name(), stream.state().id(), stream.algorithm(), 0, 0,
				0, null, stream.createdAt());
	}

}
