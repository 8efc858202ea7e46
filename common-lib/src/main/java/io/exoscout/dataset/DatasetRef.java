package io.exoscout.dataset;

/**
 * Points at a stored table.
 *
 * @param sha256 hex digest of the canonical body (no byte order mark, no leading comment
 * lines, LF line ends), which is also its address in the blob store
 * @param filename the name the uploader gave, cleaned; a label only, never a path
 * @param bytes size of the canonical body
 * @param rows data rows
 * @param columns columns of the header
 */
public record DatasetRef(String sha256, String filename, long bytes, long rows, int columns) {
}
