package io.exoscout.predictor;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the predictor.
 *
 * @param modelCache how much memory models used lately may take; the ones not used
 * longest make room
 * @param reducedModelCache the same for models that were fitted for tables which lack
 * columns
 */
@Validated
@ConfigurationProperties("exoscout.predictor")
record PredictorSettings(@NotNull @DefaultValue("256MB") DataSize modelCache,
		@NotNull @DefaultValue("128MB") DataSize reducedModelCache) {
}
