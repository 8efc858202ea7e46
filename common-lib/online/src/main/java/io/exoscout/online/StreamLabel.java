package io.exoscout.online;

/**
 * A label that came by itself.
 *
 * @param seq its number in the log
 * @param line the line it stood in
 * @param id of the event it belongs to
 * @param positive what it says
 * @param time since when it is known, in milliseconds since 1970
 */
public record StreamLabel(long seq, long line, String id, boolean positive, long time) implements StreamArrival {
}
