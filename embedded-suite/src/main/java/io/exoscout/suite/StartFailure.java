package io.exoscout.suite;

import java.nio.file.Path;
import java.util.stream.Collectors;

import io.exoscout.backup.BackupFailed;
import io.exoscout.database.StartFailed;
import io.exoscout.installation.InstallationMismatch;
import io.exoscout.s3.S3Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Why the suite can not start, in one line. */
final class StartFailure {

	private StartFailure() {
	}

	/**
	 * Puts what went wrong at start into one line for people, with where the rest of the
	 * story is.
	 */
	static StartFailed because(Throwable failure, Path log) {
		StartFailed known = find(failure, StartFailed.class);
		if (known != null) {
			return known;
		}
		InstallationMismatch mismatch = find(failure, InstallationMismatch.class);
		if (mismatch != null) {
			return new StartFailed(String.valueOf(mismatch.getMessage()), failure);
		}
		S3Refused refused = find(failure, S3Refused.class);
		if (refused != null) {
			return new StartFailed(String.valueOf(refused.getMessage()), failure);
		}
		BackupFailed backup = find(failure, BackupFailed.class);
		if (backup != null) {
			return new StartFailed("no backups can be made: " + backup.getMessage(), failure);
		}
		PortInUseException port = find(failure, PortInUseException.class);
		if (port != null) {
			return new StartFailed("port %d is in use; choose another with SERVER_PORT".formatted(port.getPort()),
					failure);
		}
		return new StartFailed("%s. More in %s".formatted(oneLine(reason(failure)).replaceAll("[.;,]$", ""), log),
				failure);
	}

	private static String reason(Throwable failure) {
		BindValidationException invalid = find(failure, BindValidationException.class);
		if (invalid != null) {
			return invalid.getValidationErrors()
				.getAllErrors()
				.stream()
				.map((error) -> setting(invalid, error))
				.collect(Collectors.joining("; "));
		}
		BindException wrong = find(failure, BindException.class);
		if (wrong != null && wrong.getProperty() != null) {
			return "the setting %s can not be '%s'".formatted(wrong.getProperty().getName(),
					wrong.getProperty().getValue());
		}
		Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
		return (root.getMessage() != null) ? root.getMessage() : root.getClass().getSimpleName();
	}

	private static String setting(BindValidationException invalid, ObjectError error) {
		String name = invalid.getValidationErrors().getName().toString();
		return (error instanceof FieldError field && field.getRejectedValue() != null)
				? "the setting %s.%s (%s) %s".formatted(name, field.getField(), field.getRejectedValue(),
						error.getDefaultMessage())
				: "the settings below %s: %s".formatted(name, error.getDefaultMessage());
	}

	private static String oneLine(String text) {
		return text.strip().replaceAll("\\s+", " ");
	}

	private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return type.cast(cause);
			}
		}
		return null;
	}

}
