package io.exoscout.audit;

import java.time.Instant;

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
		RecordParameters.requireCursor(cursor);
		return new DeedQuery(RecordParameters.time("from", from), RecordParameters.time("to", to), caller, method,
				status, cursor);
	}

	/** Those of the same that come after one. */
	DeedQuery after(DeedRecord last) {
		return new DeedQuery(this.from, this.to, this.caller, this.method, this.status, last.id());
	}

}
