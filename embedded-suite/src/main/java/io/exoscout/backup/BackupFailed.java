package io.exoscout.backup;

import java.io.IOException;
import java.nio.file.FileSystemException;

import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;

/** A backup or restore did not come about, for a reason told in one line. */
public class BackupFailed extends RuntimeException {

	BackupFailed(String reason) {
		super(reason);
	}

	BackupFailed(String reason, @Nullable Throwable cause) {
		super(reason, cause);
	}

	static BackupFailed writing(IOException cause) {
		String file = (cause instanceof FileSystemException ex) ? ex.getFile() + ": " : "";
		return new BackupFailed("%s%s".formatted(file, reason(cause)), cause);
	}

	static BackupFailed unreachable(MongoException cause) {
		return new BackupFailed("the database " + complaint(cause), cause);
	}

	static BackupFailed unreachable(DataAccessException cause) {
		return (cause.getCause() instanceof MongoException database) ? unreachable(database)
				: new BackupFailed("the database says: " + firstLine(cause.getMessage()), cause);
	}

	private static String complaint(MongoException cause) {
		if (cause instanceof MongoSecurityException) {
			return "does not accept the user or password in SPRING_MONGODB_URI";
		}
		if (cause instanceof MongoTimeoutException || cause instanceof MongoSocketException) {
			return "can not be reached";
		}
		return "says: " + firstLine(cause.getMessage());
	}

	static BackupFailed unreachable(ProblemException cause) {
		if (cause.getCause() instanceof MongoException database) {
			return unreachable(database);
		}
		if (cause.getCause() instanceof IOException file) {
			return writing(file);
		}
		return new BackupFailed(cause.detail(), cause);
	}

	private static String reason(IOException cause) {
		if (cause instanceof FileSystemException ex && ex.getReason() == null) {
			return ex.getClass().getSimpleName().replaceAll("Exception$", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
		}
		String reason = (cause instanceof FileSystemException ex) ? ex.getReason() : cause.getMessage();
		return firstLine(reason);
	}

	private static String firstLine(@Nullable String text) {
		return (text != null) ? text.lines().findFirst().orElse("") : "";
	}

}
