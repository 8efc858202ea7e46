package io.exoscout.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How far a running job is.
 *
 * @param phase a short word: {@code loading}, {@code cross_validation}, {@code final_fit}
 * …
 * @param fraction done, from 0 to 1, over the whole job
 * @param message the same for a person
 * @param etaS how many seconds it will still take, if it goes on like this; {@code null}
 * while that can not be told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Progress(String phase, double fraction, String message, @Nullable Long etaS) {

	/** Without a guess at how long it will take. */
	public Progress(String phase, double fraction, String message) {
		this(phase, fraction, message, null);
	}

}
