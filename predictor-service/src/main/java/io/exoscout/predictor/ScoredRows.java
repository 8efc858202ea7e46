package io.exoscout.predictor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts the rows that were scored, by whether somebody waits for the answer. */
class ScoredRows {

	private final Counter direct;

	private final Counter job;

	ScoredRows(MeterRegistry registry) {
		this.direct = counter(registry, "direct");
		this.job = counter(registry, "job");
	}

	private static Counter counter(MeterRegistry registry, String mode) {
		return Counter.builder("exoscout.rows.scored")
			.description("Objects that a model was asked about")
			.tag("mode", mode)
			.register(registry);
	}

	void direct(long rows) {
		this.direct.increment(rows);
	}

	void job(long rows) {
		this.job.increment(rows);
	}

}
