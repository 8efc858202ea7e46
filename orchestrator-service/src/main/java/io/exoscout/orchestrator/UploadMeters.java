package io.exoscout.orchestrator;

import io.exoscout.job.Jobs.Submission;
import io.exoscout.problem.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts uploads, by what became of them. */
class UploadMeters {

	private static final String NO_CODE = "none";

	private final MeterProvider<Counter> uploads;

	private final Counter accepted;

	private final Counter duplicates;

	UploadMeters(MeterRegistry registry) {
		this.uploads = Counter.builder("exoscout.uploads")
			.description("Tables sent for training, by what became of them")
			.withRegistry(registry);
		this.accepted = counter("accepted", NO_CODE);
		this.duplicates = counter("duplicate", NO_CODE);
	}

	private Counter counter(String outcome, String code) {
		return this.uploads.withTags("outcome", outcome, "code", code);
	}

	void submitted(Submission submission) {
		(submission.accepted() ? this.accepted : this.duplicates).increment();
	}

	void refused(ProblemException problem) {
		counter("refused", problem.code().id()).increment();
	}

}
