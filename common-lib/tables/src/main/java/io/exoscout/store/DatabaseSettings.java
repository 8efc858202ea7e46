package io.exoscout.store;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How patient the services are with their database.
 *
 * @param timeout how long to look for it before answering that it is unavailable; an
 * answer may take ten times as long
 */
@Validated
@ConfigurationProperties("exoscout.database")
record DatabaseSettings(@DurationMin(millis = 100) @DefaultValue("3s") Duration timeout) {
}
