package io.exoscout.stream.definition;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

import io.exoscout.online.StreamDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A stream that is there.
 *
 * @param id its address
 * @param document its definition, as it was sent
 * @param definition the same, as it is understood
 * @param state whether it learns
 * @param turns how often it was taken back to a snapshot: what was computed in an earlier
 * turn counts no longer
 * @param trouble why it could not be folded of late, if so
 * @param owner who defined it, if he is known by name
 * @param createdAt when
 */
public record KnownStream(String id, StreamDocument document, StreamDefinition definition, StreamState state, int turns,
		@Nullable StreamTrouble trouble, @Nullable String owner, Instant createdAt) {

	/** How its model learns. */
	public String algorithm() {
		return this.definition.model().algorithm();
	}

	/**
	 * What an event is called: the cells of its id; nothing where events have no names.
	 */
	public @Nullable String eventId(@Nullable String[] cells) {
		int parts = this.definition.id().size();
		return (parts == 0) ? null
				: Arrays.stream(cells, 0, parts).map(String::valueOf).collect(Collectors.joining("|"));
	}

}
