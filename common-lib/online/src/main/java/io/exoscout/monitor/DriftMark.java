package io.exoscout.monitor;

/**
 * A change that was noticed.
 *
 * @param seq the number in the log of what made it be noticed
 * @param time the event time that had been reached, in milliseconds since 1970
 * @param label by the how many-th label
 * @param detector who noticed it
 */
public record DriftMark(long seq, long time, long label, String detector) {
}
