package io.exoscout.s3;

import java.io.IOException;
import java.util.function.Supplier;

import io.exoscout.problem.ProblemException;
import io.exoscout.store.BlobProblems;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What is made of the ways in which the server, or the way to it, can fail. */
final class S3Problems {

	private static final int NOT_FOUND = 404;

	private S3Problems() {
	}

	/** Goes to the server; whatever fails there is an outage of the store. */
	static <T> T reaching(Supplier<T> request) {
		try {
			return request.get();
		}
		catch (SdkException ex) {
			throw unavailable(ex);
		}
	}

	static ProblemException unavailable(SdkException failure) {
		return BlobProblems.unavailable(failure);
	}

	/** Whether it is the object that is not there, rather than its bucket. */
	static boolean isMissing(S3Exception failure) {
		return failure.statusCode() == NOT_FOUND && code(failure).equals("NoSuchKey");
	}

	/** Whether there was an answer without a body, which does not say what is missing. */
	static boolean isUnexplained(S3Exception failure) {
		return failure.statusCode() == NOT_FOUND && !code(failure).equals("NoSuchBucket");
	}

	/** Whether trying again later makes sense. */
	static boolean isOutage(SdkException failure) {
		if (failure instanceof S3Exception answer) {
			return answer.statusCode() >= 500 || answer.isThrottlingException() || answer.statusCode() == 408;
		}
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof IOException || cause instanceof ApiCallTimeoutException
					|| cause instanceof ApiCallAttemptTimeoutException || cause instanceof AbortedException) {
				return true;
			}
		}
		return false;
	}

	/** What the server calls it, or nothing. */
	static String code(S3Exception failure) {
		return (failure.awsErrorDetails() != null && failure.awsErrorDetails().errorCode() != null)
				? failure.awsErrorDetails().errorCode() : "";
	}

	static String firstLine(SdkException failure) {
		return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
	}

}
