package io.exoscout.stream.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * That a change which is noticed asks for a training: of the stored model's kind, on the
 * rows whose labels are known by then. It changes nothing of what the stream is scored
 * by.
 *
 * @param least how many labelled rows there have to be; left out, 500
 * @param cooldown how many labels there are at least between two changes that ask; left
 * out, 1,000
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SentRetraining(@Nullable Integer least, @Nullable Integer cooldown) {

	private static final int LEAST = 500;

	private static final int COOLDOWN = 1000;

	private static final int MOST = 4_000_000;

	/** See {@link #least}. */
	public int leastRows() {
		return (this.least != null) ? this.least : LEAST;
	}

	/** See {@link #cooldown}. */
	public int labelsBetween() {
		return (this.cooldown != null) ? this.cooldown : COOLDOWN;
	}

	void check() {
		between("least", leastRows());
		between("cooldown", labelsBetween());
	}

	private static void between(String name, int value) {
		if (value < 1 || value > MOST) {
			String field = "drift.retrain." + name;
			throw ProblemException.invalidField(field,
					"Field '%s' is %d; accepted are 1 to %,d.".formatted(field, value, MOST));
		}
	}

}
