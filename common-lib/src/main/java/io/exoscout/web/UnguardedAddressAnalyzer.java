package io.exoscout.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets a refused start end in one line instead of a stack trace. */
class UnguardedAddressAnalyzer extends AbstractFailureAnalyzer<UnguardedAddressException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnguardedAddressException cause) {
		return new FailureAnalysis(cause.getMessage(), null, cause);
	}

}
