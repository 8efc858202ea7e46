package io.exoscout.jobs.live;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How those are served who listen.
 *
 * @param beat how often everybody gets a sign of life
 * @param look how often it is looked up whether something happened that the broker did
 * not tell
 * @param workers how often it is looked how workers and queues are, while somebody
 * listens
 * @param introduction how long a WebSocket may take to say who it is
 * @param keep how long what workers told is kept for those who come later
 * @param waiting how many messages may wait for a client; one that is slower is cut off,
 * and gets what it missed when it comes back
 */
@Validated
@ConfigurationProperties("exoscout.live")
public record LiveSettings(@DurationMin(millis = 50) @DefaultValue("15s") Duration beat,
		@DurationMin(millis = 50) @DefaultValue("5s") Duration look,
		@DurationMin(millis = 50) @DefaultValue("2s") Duration workers,
		@DurationMin(millis = 50) @DefaultValue("10s") Duration introduction,
		@DurationMin(minutes = 1) @DefaultValue("7d") Duration keep, @Min(16) @DefaultValue("512") int waiting) {
}
