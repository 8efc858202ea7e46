package io.exoscout.monitor;

import io.exoscout.state.StateReader;
import io.exoscout.state.StateWriter;

/** Looks at numbers, one by one, and says when they are no longer what they were. */
public interface DriftDetector {

	/**
	 * Looks at the next number.
	 * @return whether there has been a change; if so, it begins anew with the next
	 */
	boolean add(double value);

	/** Puts all it knows. */
	void write(StateWriter state);

	/** Takes back all it knew. */
	void read(StateReader state);

}
