package io.exoscout.predictor.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

import io.exoscout.audit.RecordId;
import io.exoscout.audit.RecordParameters;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * Which records are wanted.
 *
 * @param from only of this time and later
 * @param to only before this time
 * @param model only of this model
 * @param caller only of this caller
 * @param outcome only with this outcome
 * @param after only those that come after this one in the list, newest first
 */
record AuditQuery(@Nullable Instant from, @Nullable Instant to, @Nullable String model, @Nullable String caller,
		@Nullable String outcome, @Nullable String after) {

	static AuditQuery of(@Nullable String from, @Nullable String to, @Nullable String model, @Nullable String caller,
			@Nullable String outcome, @Nullable String cursor) {
		if (outcome != null && AuditOutcome.of(outcome).isEmpty()) {
			throw ProblemException
				.invalidParameter("outcome", "'%s' is no outcome; accepted are %s".formatted(Quoted.shortened(outcome),
						Arrays.stream(AuditOutcome.values()).map(AuditOutcome::id).collect(Collectors.joining(", "))));
		}
		RecordParameters.requireCursor(cursor);
		return new AuditQuery(RecordParameters.time("from", from), RecordParameters.time("to", to), model, caller,
				outcome, cursor);
	}

	/** Comes behind the ids of all that is wanted; {@code null} if nothing does. */
	@Nullable String before() {
		String end = (this.to != null) ? RecordId.first(this.to) : null;
		return (end == null || (this.after != null && this.after.compareTo(end) < 0)) ? this.after : end;
	}

	/** Comes before the ids of all that is wanted; {@code null} if nothing does. */
	@Nullable String since() {
		return (this.from != null) ? RecordId.first(this.from) : null;
	}

	boolean matches(AuditRecord record) {
		String before = before();
		String since = since();
		return (before == null || record.id().compareTo(before) < 0)
				&& (since == null || record.id().compareTo(since) >= 0)
				&& (this.model == null || this.model.equals(record.modelId()))
				&& (this.caller == null || this.caller.equals(record.caller()))
				&& (this.outcome == null || this.outcome.equals(record.outcome()));
	}

	/** The same from behind a record on. */
	AuditQuery after(AuditRecord last) {
		return new AuditQuery(this.from, this.to, this.model, this.caller, this.outcome, last.id());
	}

}
