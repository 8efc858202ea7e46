package io.exoscout.s3;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets a refused start end in one line instead of a stack trace. */
class S3RefusedAnalyzer extends AbstractFailureAnalyzer<S3Refused> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, S3Refused cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
	}

}
