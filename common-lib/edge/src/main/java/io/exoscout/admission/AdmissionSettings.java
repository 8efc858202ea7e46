package io.exoscout.admission;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What one caller may take from the others.
 *
 * @param headTime how long the head of a request may take, from its first byte on
 * @param bodyWindow how often a body is looked at: in each window something has to come
 * @param bodyPace how much of a body has to come in each window
 * @param bodyTime how long a body may take in all, however steadily it comes
 * @param uploads how many bodies that are too long to be kept in memory are read at once;
 * others wait for their turn. One address has at most a fourth of them, unless it is one
 * of this machine
 * @param uploadPatience how long they wait before they are told to come again
 * @param bodiesPerAddress how many requests of one address may be without the end of
 * their body at once; addresses of this machine may have any number
 */
@Validated
@ConfigurationProperties("exoscout.limits")
record AdmissionSettings(@DefaultValue("20s") @DurationMin(seconds = 1) Duration headTime,
		@DefaultValue("20s") @DurationMin(seconds = 1) Duration bodyWindow, @DefaultValue("2KB") DataSize bodyPace,
		@DefaultValue("2h") @DurationMin(seconds = 1) Duration bodyTime, @DefaultValue("100") @Min(1) int uploads,
		@DefaultValue("60s") @DurationMin(seconds = 1) Duration uploadPatience,
		@DefaultValue("200") @Min(1) int bodiesPerAddress) {

	/** Until somebody looks, and the container brings the request back. */
	private static final Duration AFTER_WINDOW = Duration.ofSeconds(2);

	AdmissionSettings {
		if (bodyPace.toBytes() < 1) {
			throw new IllegalArgumentException(
					"exoscout.limits.body-pace is " + bodyPace + ", but has to be at least 1B");
		}
	}

	/**
	 * Refuses windows that no silent client ever sees the end of.
	 * @param connectionTimeout when the container closes a connection that says nothing,
	 * without an answer; none if it never does
	 */
	void check(@Nullable Duration connectionTimeout) {
		if (connectionTimeout != null && this.bodyWindow.plus(AFTER_WINDOW).compareTo(connectionTimeout) > 0) {
			throw new IllegalArgumentException(
					"exoscout.limits.body-window is %d s, but has to be at least %d s shorter than server.tomcat.connection-timeout, %d s"
						.formatted(this.bodyWindow.toSeconds(), AFTER_WINDOW.toSeconds(),
								connectionTimeout.toSeconds()));
		}
	}

}
