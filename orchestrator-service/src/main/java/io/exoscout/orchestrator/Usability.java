package io.exoscout.orchestrator;

import java.util.List;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;

/**
 * Whether something can be done with a table.
 *
 * @param possible whether it can
 * @param reasons what stands against it
 */
record Usability(boolean possible, List<Reason> reasons) {

	static Usability of(List<ProblemException> problems) {
		return new Usability(problems.isEmpty(),
				problems.stream().map((problem) -> new Reason(problem.code(), problem.detail())).toList());
	}

	/**
	 * One reason.
	 *
	 * @param code the code with which it would be refused
	 * @param detail in words
	 */
	record Reason(ErrorCode code, String detail) {
	}

}
