package io.exoscout.online;

/**
 * What came and could not be read.
 *
 * @param seq its number in the log
 * @param line the line it stood in
 * @param reason why not, in a sentence that names the value
 */
public record Undecodable(long seq, long line, String reason) implements StreamArrival {
}
