package io.exoscout.stream.log;

import java.time.Instant;

/**
 * A batch without its entries.
 *
 * @param size how much the log has with it
 * @param at when it was kept
 */
public record BatchHead(LogSize size, Instant at) {
}
