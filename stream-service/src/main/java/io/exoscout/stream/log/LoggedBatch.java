package io.exoscout.stream.log;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A batch as it stands in the log of a stream.
 *
 * @param stream whose it is
 * @param number its place among the batches of the stream, from 0 without gaps
 * @param kind what its entries are
 * @param firstSeq the number of its first entry among all entries of the stream, from 1
 * without gaps
 * @param count how many entries it has; 0 where all that was sent was refused or known
 * @param rows its entries, see {@link RowBytes}
 * @param duplicates how many more were sent that were there already
 * @param rejected how many more were sent that can not be read
 * @param refusals the first of these, and why
 * @param key what the sender calls the request, if anything, with the part of it that
 * this is
 * @param digest of the whole request, where there is a key
 * @param at when it was kept
 * @param size how much the log has with it
 */
public record LoggedBatch(String stream, long number, EntryKind kind, long firstSeq, int count, byte[] rows,
		int duplicates, int rejected, List<RejectedLine> refusals, @Nullable String key, @Nullable String digest,
		Instant at, LogSize size) {

	/** So many refusals are kept. */
	static final int REFUSALS = 100;

	/** Copies the list, and keeps its beginning. */
	public LoggedBatch {
		refusals = List.copyOf(refusals.subList(0, Math.min(refusals.size(), REFUSALS)));
	}

	/** The number of its last entry; that of the batch before where it has none. */
	public long lastSeq() {
		return this.firstSeq + this.count - 1;
	}

	/** Its entries. */
	public List<@Nullable String[]> entries() {
		return RowBytes.unpack(this.rows);
	}

}
