package io.exoscout.backup;

import java.time.Duration;
import java.util.Objects;

import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Backups that the embedded suite makes of itself.
 *
 * @param every how old the last one may become; none are made unless set
 * @param to where: a directory, or {@code s3://bucket/prefix}
 * @param keep how many of them stay
 */
@Validated
@ConfigurationProperties("exoscout.backup")
public record BackupSettings(@DurationMin(seconds = 1) @Nullable Duration every, @Nullable String to,
		@Min(1) @DefaultValue("7") int keep) {

	public BackupSettings {
		if ((every == null) != (to == null || to.isBlank())) {
			throw new IllegalArgumentException(
					"EXOSCOUT_BACKUP_EVERY and EXOSCOUT_BACKUP_TO are set together, or neither is");
		}
	}

	Duration requiredEvery() {
		return Objects.requireNonNull(this.every, "nobody asked for backups");
	}

	String requiredTo() {
		return Objects.requireNonNull(this.to, "nobody asked for backups");
	}

}
