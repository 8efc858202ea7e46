package io.exoscout.lightcurve;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a number may be that somebody asks for.
 *
 * @param name of the parameter
 * @param least it may be
 * @param most it may be
 */
public record SearchLimit(String name, double least, double most) {

	/** Whether a number keeps to it. */
	public boolean allows(double value) {
		return value >= this.least && value <= this.most;
	}

	/**
	 * Requires that a number keeps to it, if there is one.
	 * @throws ProblemException {@code invalid_params} if not
	 */
	public void check(@Nullable Double value) {
		if (value != null && !allows(value)) {
			throw new ProblemException(ErrorCode.INVALID_PARAMS,
					this.name + " is " + value + "; it has to be between " + this.least + " and " + this.most);
		}
	}

}
