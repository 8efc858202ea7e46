package io.exoscout.s3;

import java.time.Instant;

/**
 * An object, as a list has it.
 *
 * @param key below the prefix
 * @param bytes how long it is
 * @param modifiedAt when it was stored or copied, by the server's clock
 */
public record S3Entry(String key, long bytes, Instant modifiedAt) {
}
