package io.exoscout.job;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a job stands. The store makes each move with one conditional update. */
public enum JobState {

	QUEUED, RUNNING, COMPLETED, ERROR, CANCELLED;

	/** The name used in JSON, e.g. {@code queued}. */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	public static Optional<JobState> of(String id) {
		return Arrays.stream(values()).filter((state) -> state.id().equals(id)).findFirst();
	}

	/** The accepted names, for error messages. */
	public static List<String> ids() {
		return Arrays.stream(values()).map(JobState::id).toList();
	}

	/** Whether nothing more happens without somebody asking for it. */
	public boolean isFinal() {
		return this == COMPLETED || this == ERROR || this == CANCELLED;
	}

	/** Whether it ended without success, so that it may be started over. */
	public boolean endedInVain() {
		return isFinal() && canBecome(QUEUED);
	}

	/**
	 * Whether the protocol knows this move.
	 * @param next the state to go to
	 * @return whether a job in this state may go there
	 */
	public boolean canBecome(JobState next) {
		return switch (this) {
			// straight to error: a job that used up its attempts is not claimed again
			case QUEUED -> next == RUNNING || next == CANCELLED || next == ERROR;
			// queued again when a dead worker's lease runs out
			case RUNNING -> next != RUNNING;
			// by retry, or by uploading the same table again
			case ERROR, CANCELLED -> next == QUEUED;
			case COMPLETED -> false;
		};
	}

}
