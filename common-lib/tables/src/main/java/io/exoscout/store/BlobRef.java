package io.exoscout.store;

/**
 * Points at stored bytes.
 *
 * @param sha256 hex digest of the bytes, which is their address
 * @param bytes how many there are
 */
public record BlobRef(String sha256, long bytes) {
}
