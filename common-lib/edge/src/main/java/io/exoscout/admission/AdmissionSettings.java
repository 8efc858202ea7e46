package io.exoscout.admission;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

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
 * others wait for their turn
 * @param bodiesPerAddress how many requests of one address may be without the end of
 * their body at once; addresses of this machine may have any number
 */
@Validated
@ConfigurationProperties("exoscout.limits")
record AdmissionSettings(@DefaultValue("20s") @DurationMin(seconds = 1) Duration headTime,
		@DefaultValue("20s") @DurationMin(seconds = 1) Duration bodyWindow,
		@DefaultValue("2KB") @NotNull DataSize bodyPace,
		@DefaultValue("2h") @DurationMin(seconds = 1) Duration bodyTime, @DefaultValue("100") @Min(1) int uploads,
		@DefaultValue("200") @Min(1) int bodiesPerAddress) {
}
