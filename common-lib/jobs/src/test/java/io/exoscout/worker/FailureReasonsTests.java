package io.exoscout.worker;

import io.exoscout.job.JobFailure;
import io.exoscout.job.TestJobs;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailureReasonsTests {

	@Test
	void eachKindOfJobFailsByAWordOfItsOwn() {
		assertThat(FailureReasons.unexpected(TestJobs.kepler("a"))).returns("training_failed", JobFailure::code);
		assertThat(FailureReasons.unexpected(TestJobs.prediction("a"))).returns("prediction_failed", JobFailure::code);
	}

}
