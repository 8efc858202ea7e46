package io.exoscout.stream.course;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What a fold has to tell after a batch.
 *
 * @param stream whose
 * @param turns in which turn of the stream
 * @param seq the number of the last entry
 * @param metrics its metrics, as JSON
 * @param point whether they are kept for good rather than until there are newer ones
 * @param place how far it has come; without a state where that was told not long before
 */
public record FoldResult(String stream, int turns, long seq, String metrics, boolean point, FoldPlace place) {

	/** As bytes, which every process of the same version reads. */
	public byte[] bytes() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeUTF(this.stream);
			out.writeInt(this.turns);
			out.writeLong(this.seq);
			write(this.metrics.getBytes(StandardCharsets.UTF_8), out);
			out.writeBoolean(this.point);
			write(this.place.bytes(), out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static void write(byte[] part, DataOutputStream out) throws IOException {
		out.writeInt(part.length);
		out.write(part);
	}

	/** What {@link #bytes} gave. */
	public static FoldResult of(byte[] bytes) {
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
			String stream = in.readUTF();
			int turns = in.readInt();
			long seq = in.readLong();
			String metrics = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
			boolean point = in.readBoolean();
			return new FoldResult(stream, turns, seq, metrics, point, FoldPlace.of(in.readNBytes(in.readInt())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
