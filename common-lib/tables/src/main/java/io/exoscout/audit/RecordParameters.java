package io.exoscout.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;

import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/** Parameters that all lists of records have. */
public final class RecordParameters {

	private RecordParameters() {
	}

	/**
	 * A time.
	 * @param name of the parameter
	 * @param value as it was sent
	 * @throws ProblemException {@code INVALID} (code {@code invalid_parameter}) if it is
	 * none
	 */
	public static @Nullable Instant time(String name, @Nullable String value) {
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

	/**
	 * Insists that a cursor is one.
	 * @throws ProblemException {@code INVALID} (code {@code invalid_parameter}) if not
	 */
	public static void requireCursor(@Nullable String cursor) {
		if (cursor != null && !RecordId.is(cursor)) {
			throw ProblemException.invalidParameter("cursor",
					"'%s' is no cursor; take it from the Link header of a page".formatted(Quoted.shortened(cursor)));
		}
	}

}
