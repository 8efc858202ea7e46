package io.exoscout.online;

/**
 * Something that happened.
 *
 * @param seq its number in the log
 * @param line the line it stood in
 * @param received when it came, in milliseconds since 1970
 * @param id what it is called, by which labels find it
 * @param time when it happened, in milliseconds since 1970
 * @param key whose it is; windows, lags and the last label are kept per key. Empty if the
 * stream has no keys
 * @param values one per feature of the definition, as they came; NaN where missing
 * @param label 1, 0, or {@link #NO_LABEL}
 * @param known when the label became known, in milliseconds since 1970; only where the
 * definition names a column for that
 */
public record StreamEvent(long seq, long line, long received, String id, long time, String key, double[] values,
		int label, long known) implements StreamArrival {

	/** No label came with the event. */
	public static final int NO_LABEL = -1;

}
