package io.exoscout.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;

import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * Which records are wanted.
 *
 * @param from only of this time and later
 * @param to only before this time
 * @param caller only of this caller
 * @param method only of this method
 * @param status only with this status
 * @param after only those that come after the one with this id, newest first
 */
record DeedQuery(@Nullable Instant from, @Nullable Instant to, @Nullable String caller, @Nullable String method,
		@Nullable Integer status, @Nullable String after) {

	static DeedQuery of(@Nullable String from, @Nullable String to, @Nullable String caller, @Nullable String method,
			@Nullable Integer status, @Nullable String cursor) {
		if (cursor != null && !RecordId.is(cursor)) {
			throw ProblemException.invalidParameter("cursor",
					"'%s' is no cursor; take it from the Link header of a page".formatted(Quoted.shortened(cursor)));
		}
		return new DeedQuery(time("from", from), time("to", to), caller, method, status, cursor);
	}

	private static @Nullable Instant time(String name, @Nullable String value) {
		try {
			return (value != null) ? Instant.parse(value) : null;
		}
		catch (DateTimeParseException ex) {
			throw ProblemException
				.invalidParameter(name,
						"%s is '%s'; accepted is a time like 2026-01-31T12:00:00Z".formatted(name,
								Quoted.shortened(value)))
				.causedBy(ex);
		}
	}

	/** Those of the same that come after one. */
	DeedQuery after(DeedRecord last) {
		return new DeedQuery(this.from, this.to, this.caller, this.method, this.status, last.id());
	}

}
