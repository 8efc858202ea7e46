package io.exoscout.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Points at a stored table.
 *
 * @param sha256 hex digest of the canonical body (no byte order mark, no leading comment
 * lines, LF line ends, the archive's names, commas and decimal points), which is also its
 * address in the blob store
 * @param filename the name the uploader gave, cleaned; a label only, never a path
 * @param bytes size of the canonical body
 * @param rows data rows
 * @param columns columns of the header
 * @param downloaded when the archive made the file, as its comments say, e.g.
 * {@code 2025-10-04T07:34:55} (no time zone is given); {@code null} where they do not
 * @param sentSha256 hex digest of the file as it was sent, packed or in another form;
 * {@code null} where that was not recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DatasetRef(String sha256, String filename, long bytes, long rows, int columns,
		@Nullable String downloaded, @Nullable String sentSha256) {
}
