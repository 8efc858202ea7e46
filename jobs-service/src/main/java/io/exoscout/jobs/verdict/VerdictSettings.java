package io.exoscout.jobs.verdict;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is kept of what people say.
 *
 * @param most of how many objects at most something may be said; with the longest of
 * notes each takes about 5 kB of the database
 */
@Validated
@ConfigurationProperties("exoscout.verdicts")
public record VerdictSettings(@DefaultValue("100000") @Min(1) long most) {
}
