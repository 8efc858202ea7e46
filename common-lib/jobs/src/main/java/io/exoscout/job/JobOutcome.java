package io.exoscout.job;

import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.prediction.StoredPredictions;
import io.exoscout.result.FoundSignals;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a job ended.
 *
 * @param results what came out, once completed
 * @param error why it failed, once it did
 * @param kept {@code true} if it stays, however old it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobOutcome(@Schema(oneOf = {
		StoredTrainingResults.class, StoredPredictions.class, FoundSignals.class },
		types = "object") @Nullable Map<String, Object> results, @Nullable JobFailure error, @Nullable Boolean kept){

	/** Nothing yet. */
	static final JobOutcome NONE = new JobOutcome(null, null, null);

	/** Names of what is stored. */
	static final String RESULTS = "results";

	static final String ERROR = "error";

	static final String KEPT = "kept";

	private static final String RESULT = "result";

	private static final String SHA256 = "sha256";

	/**
	 * Where {@link Jobs#uses} looks for the digest of what a job left in the blob store.
	 */
	static final String FILE = RESULTS + "." + RESULT + "." + SHA256;

	/** Whether somebody said that it is to stay. */
	public boolean stays() {
		return Boolean.TRUE.equals(this.kept);
	}

	/** Digest of the bytes that are kept beside the results, if there are any. */
	public Optional<String> file() {
		return (this.results != null && this.results.get(RESULT) instanceof Map<?, ?> file
				&& file.get(SHA256) instanceof String sha256) ? Optional.of(sha256) : Optional.empty();
	}

}
