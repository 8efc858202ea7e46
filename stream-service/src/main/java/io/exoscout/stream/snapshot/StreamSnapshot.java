package io.exoscout.stream.snapshot;

import java.time.Instant;

/**
 * A state of a stream that was kept.
 *
 * @param seq the number of the last entry that it learned from
 * @param sha256 of the state: the same log gives the same one, bit by bit
 * @param bytes how many the state has
 * @param createdAt when it was kept
 */
public record StreamSnapshot(long seq, String sha256, long bytes, Instant createdAt) {
}
