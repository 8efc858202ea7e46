package io.exoscout.stream.log;

/**
 * How much is in the log of a stream.
 *
 * @param lastSeq the number of the last entry; 0 where there is none
 * @param batches in how many batches
 * @param duplicates how many entries were sent again
 * @param rejected how many were sent that can not be read
 */
public record LogSize(long lastSeq, long batches, long duplicates, long rejected) {

	/** Of a log to which nothing came. */
	public static final LogSize NOTHING = new LogSize(0, 0, 0, 0);

	/** The size with another batch. */
	LogSize with(int count, int duplicates, int rejected) {
		return new LogSize(this.lastSeq + count, this.batches + 1, this.duplicates + duplicates,
				this.rejected + rejected);
	}

}
