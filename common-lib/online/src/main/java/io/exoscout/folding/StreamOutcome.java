package io.exoscout.folding;

/**
 * What came of one arrival.
 *
 * @param seq its number in the log
 * @param fate what became of it
 * @param probability what was predicted of an event, or had been predicted of the event a
 * label belongs to; NaN if nothing
 * @param drift whether it showed that things have changed
 */
public record StreamOutcome(long seq, StreamFate fate, double probability, boolean drift) {
}
