package io.exoscout.forecast;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Asks what comes after some values.
 *
 * @param data the values: numbers in the order of time, or points as the collection has
 * them, in any order
 * @param windowSize the window of the model, if it is to be checked
 * @param modelId which model; the newest if none is named
 * @param group which series of it, where it has several
 * @param horizon how many steps ahead; at most that of the model
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ForecastRequest(@Nullable List<@Nullable Object> data,
		@Schema(implementation = Integer.class, minimum = "1") @Nullable Double windowSize, @Nullable String modelId,
		@Nullable String group, @Schema(implementation = Integer.class, minimum = "1", maximum = "100",
				defaultValue = "1") @Nullable Double horizon) {
}
