package io.exoscout.jobs.search;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How objects are looked for.
 *
 * @param memory how much of what jobs say of their objects is kept in memory; a job takes
 * about 100 kB, a table 4 MB
 * @param look how often it is looked up whether jobs were completed, to read them before
 * somebody looks for their objects
 */
@Validated
@ConfigurationProperties("exoscout.search")
record SearchSettings(@DefaultValue("64MB") DataSize memory,
		@DurationMin(seconds = 1) @DefaultValue("1m") Duration look) {
}
