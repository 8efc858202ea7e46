package io.exoscout.engine;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How streams are run.
 *
 * @param running how many are folded at once at most; others wait until one is done with
 * what there is
 */
@Validated
@ConfigurationProperties("exoscout.streams")
record EngineSettings(@DefaultValue("32") @Min(1) @Max(1000) int running) {
}
