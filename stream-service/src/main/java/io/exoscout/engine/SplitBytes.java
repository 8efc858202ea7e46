package io.exoscout.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Splits as bytes: how many, and of each the batch that comes next and its stream. */
final class SplitBytes {

	private static final int VERSION = 1;

	private SplitBytes() {
	}

	/** For a split that a reader has. */
	static final class OfOne implements SimpleVersionedSerializer<LogSplit> {

		@Override
		public int getVersion() {
			return VERSION;
		}

		@Override
		public byte[] serialize(LogSplit split) {
			return write(split);
		}

		@Override
		public LogSplit deserialize(int version, byte[] bytes) {
			return read(ByteBuffer.wrap(bytes));
		}

	}

	/** For those that no reader has yet. */
	static final class OfSeveral implements SimpleVersionedSerializer<List<LogSplit>> {

		@Override
		public int getVersion() {
			return VERSION;
		}

		@Override
		public byte[] serialize(List<LogSplit> splits) {
			ByteBuffer bytes = ByteBuffer.allocate(splits.stream().mapToInt((split) -> write(split).length).sum());
			splits.forEach((split) -> bytes.put(write(split)));
			return bytes.array();
		}

		@Override
		public List<LogSplit> deserialize(int version, byte[] bytes) {
			List<LogSplit> splits = new ArrayList<>();
			for (ByteBuffer in = ByteBuffer.wrap(bytes); in.hasRemaining();) {
				splits.add(read(in));
			}
			return splits;
		}

	}

	private static byte[] write(LogSplit split) {
		byte[] stream = split.stream().getBytes(StandardCharsets.UTF_8);
		return ByteBuffer.allocate(Long.BYTES + Integer.BYTES + stream.length)
			.putLong(split.nextBatch())
			.putInt(stream.length)
			.put(stream)
			.array();
	}

	private static LogSplit read(ByteBuffer in) {
		long next = in.getLong();
		byte[] stream = new byte[in.getInt()];
		in.get(stream);
		return new LogSplit(new String(stream, StandardCharsets.UTF_8), next);
	}

}
