package io.exoscout.folding;

/**
 * Something that was not used, for people to look at.
 *
 * @param seq its number in the log
 * @param line the line of what was sent that it stood in
 * @param fate what became of it
 * @param reason why, in a sentence
 */
public record Remark(long seq, long line, StreamFate fate, String reason) {
}
