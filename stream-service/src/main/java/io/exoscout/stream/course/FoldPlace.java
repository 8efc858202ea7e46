package io.exoscout.stream.course;

import java.nio.ByteBuffer;

/**
 * How far a fold has come.
 *
 * @param nextBatch the number of the batch that comes next
 * @param state the state of the fold, see {@link io.exoscout.folding.StreamFold}; empty
 * for one that has not begun
 */
public record FoldPlace(long nextBatch, byte[] state) {

	/** Before the first batch. */
	public static final FoldPlace BEGINNING = new FoldPlace(0, new byte[0]);

	/** As bytes. */
	public byte[] bytes() {
		return ByteBuffer.allocate(Long.BYTES + this.state.length).putLong(this.nextBatch).put(this.state).array();
	}

	/** What {@link #bytes} gave. */
	public static FoldPlace of(byte[] bytes) {
		ByteBuffer in = ByteBuffer.wrap(bytes);
		long next = in.getLong();
		byte[] state = new byte[in.remaining()];
		in.get(state);
		return new FoldPlace(next, state);
	}

}
