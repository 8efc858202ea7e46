package io.exoscout.candidate;

import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.store.BlobRef;
import org.jspecify.annotations.Nullable;

/**
 * The ranked objects of a training table in the model store.
 *
 * @param summary what holds for all undecided ones
 * @param file their list: one candidate as JSON on each line, in rank order
 * @param decided the list of the others, in the same form; {@code null} on cards from
 * before there was one
 */
public record StoredCandidates(@JsonUnwrapped CandidateSummary summary, BlobRef file,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable StoredList decided) {

	/** All files of theirs. */
	public Stream<BlobRef> files() {
		return Stream.of(this.file, (this.decided != null) ? this.decided.file() : null).filter(Objects::nonNull);
	}

	/**
	 * A list in the store.
	 *
	 * @param count how many objects it has
	 * @param file one object as JSON on each line, in rank order
	 */
	public record StoredList(int count, BlobRef file) {
	}

}
