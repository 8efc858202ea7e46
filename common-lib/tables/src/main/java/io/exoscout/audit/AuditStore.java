package io.exoscout.audit;

import java.util.List;

/**
 * Where records of a kind are kept.
 *
 * @param <R> the kind
 */
public interface AuditStore<R> {

	/** Writes records; written again, alone or with others, they are there once. */
	void write(List<R> records);

	/**
	 * Removes what has been kept long enough. Any number of services may do so at once.
	 * @return how much there was of it
	 */
	long forgetOld();

}
