package io.exoscout.engine;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

import io.exoscout.stream.log.EntryKind;
import io.exoscout.stream.log.LogSize;
import io.exoscout.stream.log.LoggedBatch;

/**
 * A batch on its way from the log to the fold.
 *
 * @param batch what folding needs of it
 * @param last whether there was none after it when it was read
 */
record LogRecord(LoggedBatch batch, boolean last) {

	private static final int HEAD = 2 + Integer.BYTES + 3 * Long.BYTES;

	byte[] bytes() {
		return ByteBuffer.allocate(HEAD + this.batch.rows().length)
			.put((byte) (this.last ? 1 : 0))
			.put((byte) this.batch.kind().ordinal())
			.putInt(this.batch.count())
			.putLong(this.batch.number())
			.putLong(this.batch.firstSeq())
			.putLong(this.batch.at().toEpochMilli())
			.put(this.batch.rows())
			.array();
	}

	/** What {@link #bytes} gave. */
	static LogRecord of(String stream, byte[] bytes) {
		ByteBuffer in = ByteBuffer.wrap(bytes);
		boolean last = in.get() == 1;
		EntryKind kind = EntryKind.values()[in.get()];
		int count = in.getInt();
		long number = in.getLong();
		long firstSeq = in.getLong();
		Instant at = Instant.ofEpochMilli(in.getLong());
		byte[] rows = new byte[in.remaining()];
		in.get(rows);
		return new LogRecord(new LoggedBatch(stream, number, kind, firstSeq, count, rows, 0, 0, List.of(), null, null,
				at, LogSize.NOTHING), last);
	}

}
