package io.exoscout.stream.log;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants in the log, as one batch.
 *
 * @param kind what the entries are
 * @param rows the entries, see {@link RowBytes}
 * @param lines the line of the body on which each stood
 * @param rejected how many more were sent with them that can not be read
 * @param refusals the first of these
 * @param key what the sender calls the request, with the part of it that this is; of two
 * batches of one key the first is kept
 * @param digest of all that was sent under the key, not only of this part: a key stands
 * for one content
 */
public record BatchDraft(EntryKind kind, byte[] rows, long[] lines, int rejected, List<RejectedLine> refusals,
		@Nullable String key, @Nullable String digest) {

	/** The same, as a part of a request of that digest. */
	public BatchDraft of(String request) {
		return new BatchDraft(this.kind, this.rows, this.lines, this.rejected, this.refusals, this.key, request);
	}

}
