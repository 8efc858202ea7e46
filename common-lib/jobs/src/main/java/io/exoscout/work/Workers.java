package io.exoscout.work;

import java.util.List;

/** The workers that are alive. */
public interface Workers {

	/** Notes a sign of life. */
	void heartbeat(Worker worker);

	/** Notes that a worker stopped in good order. */
	void gone(String workerId);

	/** Workers heard from lately, by id. */
	List<Worker> alive();

	/**
	 * Removes workers that have not been heard from for long.
	 * @return how many
	 */
	long forgetGone();

}
