package io.exoscout.installation;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets a refused start end in one line instead of a stack trace. */
class InstallationMismatchAnalyzer extends AbstractFailureAnalyzer<InstallationMismatch> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InstallationMismatch cause) {
		return new FailureAnalysis(cause.getMessage(), null, cause);
	}

}
