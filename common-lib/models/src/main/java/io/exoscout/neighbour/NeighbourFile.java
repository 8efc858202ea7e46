package io.exoscout.neighbour;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.exoscout.packed.PackedColumn;

/** The objects of a table as they stand in a model's file. */
public final class NeighbourFile {

	/** What an object has in a file besides its name and its star. */
	private static final List<ToDoubleFunction<Neighbour>> MEASURES = List.of(Neighbour::period, Neighbour::epoch,
			Neighbour::duration, Neighbour::radius, Neighbour::impact, Neighbour::ra, Neighbour::dec);

	private static final int BYTES_EACH = 2 * Long.BYTES + 7 * Float.BYTES;

	private NeighbourFile() {
	}

	/** How many bytes they take. */
	public static long bytes(Neighbours all) {
		return Integer.BYTES + (long) all.size() * BYTES_EACH;
	}

	/** How many bytes {@link #write} takes at most. */
	public static long mostBytes(Neighbours all) {
		return bytes(all) + (2 + MEASURES.size()) * PackedColumn.mostBytes(0, Float.BYTES);
	}

	/**
	 * Writes all objects down, column by column, in an order that depends on nothing
	 * else.
	 */
	public static void write(Neighbours all, ByteBuffer to) {
		to.putInt(all.size());
		PackedColumn.write(all.objects().stream().mapToLong(Neighbour::object).toArray(), to);
		PackedColumn.write(all.objects().stream().mapToLong(Neighbour::star).toArray(), to);
		for (ToDoubleFunction<Neighbour> measure : MEASURES) {
			float[] column = new float[all.size()];
			for (int i = 0; i < column.length; i++) {
				column[i] = (float) measure.applyAsDouble(all.objects().get(i));
			}
			PackedColumn.write(column, to);
		}
	}

	/**
	 * Reads what was written.
	 * @throws IllegalArgumentException if it is not all there
	 */
	public static Neighbours read(ByteBuffer from) {
		int count = (from.remaining() < Integer.BYTES) ? -1 : from.getInt();
		long[] objects = PackedColumn.longs(from, count);
		long[] stars = PackedColumn.longs(from, count);
		float[][] measures = new float[MEASURES.size()][];
		for (int i = 0; i < measures.length; i++) {
			measures[i] = PackedColumn.floats(from, count);
		}
		NeighbourBuilder builder = new NeighbourBuilder(count);
		for (int i = 0; i < count; i++) {
			builder.add(new Neighbour(objects[i], stars[i], measures[0][i], measures[1][i], measures[2][i],
					measures[3][i], measures[4][i], measures[5][i], measures[6][i]));
		}
		return builder.build();
	}

	/**
	 * Reads objects as they were written up to version 3 of the model files, one after
	 * the other.
	 * @throws IllegalArgumentException if they are not all there
	 */
	public static Neighbours readPlain(ByteBuffer from) {
		int count = (from.remaining() < Integer.BYTES) ? -1 : from.getInt();
		if (count < 0 || count > from.remaining() / BYTES_EACH) {
			throw new IllegalArgumentException(from.remaining() + " bytes hold no " + count + " objects");
		}
		NeighbourBuilder builder = new NeighbourBuilder(count);
		for (int i = 0; i < count; i++) {
			builder.add(new Neighbour(from.getLong(), from.getLong(), from.getFloat(), from.getFloat(), from.getFloat(),
					from.getFloat(), from.getFloat(), from.getFloat(), from.getFloat()));
		}
		return builder.build();
	}

}
