package io.exoscout.dataset;

import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Short ways to say what a problem has to look like. */
public final class Problems {

	private Problems() {
	}

	/** Expects a problem and goes on with its text. */
	public static AbstractStringAssert<?> assertProblem(ProblemKind kind, String code, ThrowingCallable action) {
		ProblemException problem = Assertions.catchThrowableOfType(ProblemException.class, action);
		Assertions.assertThat(problem).as("a problem").isNotNull();
		Assertions.assertThat(problem.code().id()).isEqualTo(code);
		Assertions.assertThat(problem.kind()).isEqualTo(kind);
		Assertions.assertThat(problem.detail()).doesNotContain("Exception", "io.exoscout", "/tmp");
		return Assertions.assertThat(problem.detail());
	}

}
