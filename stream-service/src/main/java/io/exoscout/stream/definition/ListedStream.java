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
 * @param createdAt when it was defined
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListedStream(String id, @Nullable String name, String state, @Nullable String algorithm,
		Instant createdAt) {

	static final String UNREADABLE = "unreadable";

	static ListedStream of(KnownStream stream) {
		return new ListedStream(stream.id(), stream.definition().name(), stream.state().id(), stream.algorithm(),
				stream.createdAt());
	}

}
