package io.exoscout.stream.intake;

import java.util.function.Consumer;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.stream.sent.SentEntry;
import org.jspecify.annotations.Nullable;

/**
 * Passes entries on. Where none of them can be read, what the first one lacks says more
 * than which columns nobody has met.
 */
final class ReadableEntries implements Consumer<SentEntry> {

	private final Consumer<SentEntry> next;

	private @Nullable SentEntry refused;

	private boolean read;

	ReadableEntries(Consumer<SentEntry> next) {
		this.next = next;
	}

	@Override
	public void accept(SentEntry entry) {
		if (entry.refusal() == null) {
			this.read = true;
		}
		else if (this.refused == null) {
			this.refused = entry;
		}
		this.next.accept(entry);
	}

	/**
	 * Sees to it that there was one that can be read, or none at all.
	 * @throws ProblemException {@code MALFORMED} that says what is wrong with the first
	 */
	void requireOne() {
		SentEntry first = this.refused;
		if (first != null && !this.read) {
			throw new ProblemException(ErrorCode.MALFORMED_JSON,
					"None of the events can be read; line %d: %s.".formatted(first.line(), first.refusal()));
		}
	}

}
