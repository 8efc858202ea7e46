package io.exoscout.predictor.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One request for predictions, at once or as a job. Holds no cell of any table.
 *
 * @param id sorts by time
 * @param time when it came
 * @param caller who asked, as keys and tokens name them; {@code null} where nobody has to
 * say
 * @param path the address, as it was sent
 * @param modelId the model that was asked, once it was found
 * @param modelSha256 digest of its file
 * @param tableSha256 digest of the table in canonical form, as datasets and jobs name it;
 * of rows that came as JSON or tensors that of the same rows as a job keeps them
 * @param rows how many it has
 * @param outcome what came of it
 * @param status of the answer
 * @param code what was wrong, as in problems
 * @param milliseconds until the answer was written
 */
@Document("prediction_audit")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditRecord(@Id String id, Instant time, @Nullable String caller, String path, @Nullable String modelId,
		@Nullable String modelSha256, @Nullable String tableSha256, @Nullable Long rows,
		@Schema(implementation = AuditOutcome.class) String outcome, int status, @Nullable String code,
		double milliseconds) {

	private static final int ID_LENGTH = 30;

	private static final int MILLIS_LENGTH = 13;

	/** An id of its own for something that happened then. */
	static String idAt(Instant time) {
		return first(time) + '-' + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
	}

	/** Comes before all ids of that millisecond, and after those of all earlier ones. */
	static String first(Instant time) {
		String millis = Long.toString(Math.max(0, time.toEpochMilli()));
		return "0".repeat(Math.max(0, MILLIS_LENGTH - millis.length())) + millis;
	}

	static boolean isId(String text) {
		return text.length() == ID_LENGTH && text.matches("\\d{13}-[0-9a-f]{16}");
	}

}
