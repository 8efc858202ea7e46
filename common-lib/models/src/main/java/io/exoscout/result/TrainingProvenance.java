package io.exoscout.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a model is made of and by.
 *
 * @param commit of this program; {@code null} in jobs of earlier times
 * @param exoscout version of this program
 * @param featureSet version of the feature set, e.g. {@code kepler-1}
 * @param java version of the Java runtime
 * @param seed where all randomness starts
 * @param sentSha256 SHA-256 hex of the file as it was sent, where that differs
 * @param tableDownloaded when the table was downloaded, where it says so
 * @param tableSha256 SHA-256 hex of the canonical table
 * @param xgboost version of XGBoost, where that had a part in it
 * @param tribuo version of Tribuo, where that had a part in it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainingProvenance(@Nullable String commit, String exoscout, String featureSet, String java, long seed,
		@Nullable String sentSha256, @Nullable String tableDownloaded, String tableSha256, @Nullable String xgboost,
		@Nullable String tribuo) {
}
