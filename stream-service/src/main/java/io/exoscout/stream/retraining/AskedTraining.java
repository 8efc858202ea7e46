package io.exoscout.stream.retraining;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came of a change that was noticed, where changes ask for trainings.
 *
 * @param seq the entry by which it was noticed
 * @param label by the how many-th label
 * @param state {@code asked}: the training was asked for and is not accepted yet;
 * {@code accepted}; {@code refused}; or {@code skipped}: it was not asked for
 * @param job the id of the training; of one that was accepted
 * @param rows how many labelled rows its table has; of one that was asked for
 * @param reason why there is none; of what was refused or skipped
 * @param at when that was decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AskedTraining(long seq, long label, @Schema(allowableValues = {
		ASKED, ACCEPTED, REFUSED, SKIPPED }) String state, @Nullable String job, @Nullable Long rows,
		@Nullable String reason, Instant at){

	/** It waits for whoever makes jobs of tables. */
	public static final String ASKED = "asked";

	/** There is a job. */
	public static final String ACCEPTED = "accepted";

	/** No job can be made of it. */
	public static final String REFUSED = "refused";

	/** It was not asked for. */
	public static final String SKIPPED = "skipped";

	/** Whether it keeps others from being asked for too soon. */
	@JsonIgnore
	boolean counts() {
		return !this.state.equals(SKIPPED);
	}

}
