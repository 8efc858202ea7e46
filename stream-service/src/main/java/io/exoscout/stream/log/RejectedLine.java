package io.exoscout.stream.log;

/**
 * An entry that was not taken.
 *
 * @param line the line of the body on which it stood, or its place in the array
 * @param reason why not
 */
public record RejectedLine(long line, String reason) {
}
