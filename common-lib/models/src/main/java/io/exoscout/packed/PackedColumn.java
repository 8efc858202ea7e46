package io.exoscout.packed;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A column of numbers of one kind, without loss: its different numbers once, ascending,
 * and of each place which of them it has. That takes two thirds of what measured values
 * take, and a fraction of what forests take. Equal columns are equal bytes on every
 * machine, which general compressors do not promise.
 *
 * <pre>
 * int32     how many different numbers there are; 0 where the numbers follow as they are,
 *           which is so where that takes no more
 * int8      low: how many bits of each gap are written as they are
 * bits      lowest first, the last byte filled up with zeros:
 *           of each different number the gap from the one before, of the first from zero:
 *             as many zeros as the gap, without its low bits, has bits; a one;
 *             these bits but for the highest; its low bits
 *           of each place the rank of its number: as many bits as the last rank has,
 *             at least four
 * </pre>
 *
 * Numbers are told apart, and ordered, by their bits as unsigned whole numbers.
 */
public final class PackedColumn {

	/** What comes before the bits. */
	private static final int HEADER = Integer.BYTES + 1;

	/** So that what is read is no more than sixteen times as long as the file. */
	private static final int FEWEST_BITS = 4;

	private PackedColumn() {
	}

	/**
	 * How many bytes a column takes at most.
	 * @param count how many numbers it has
	 * @param bytesEach how many bytes each has, {@value Integer#BYTES} or
	 * {@value Long#BYTES}
	 */
	public static long mostBytes(long count, int bytesEach) {
		return Integer.BYTES + count * bytesEach;
	}

	/** Writes whole numbers of 32 bits. */
	public static void write(int[] numbers, ByteBuffer to) {
		long[] keys = new long[numbers.length];
		for (int i = 0; i < keys.length; i++) {
			keys[i] = Integer.toUnsignedLong(numbers[i]);
		}
		write(keys, Integer.SIZE, to);
	}

	/** Writes numbers of 32 bits, each with its very bits. */
	public static void write(float[] numbers, ByteBuffer to) {
		int[] bits = new int[numbers.length];
		for (int i = 0; i < bits.length; i++) {
			bits[i] = Float.floatToRawIntBits(numbers[i]);
		}
		write(bits, to);
	}

	/** Writes whole numbers of 64 bits. */
	public static void write(long[] numbers, ByteBuffer to) {
		write(numbers, Long.SIZE, to);
	}

	/** Writes numbers of 64 bits, each with its very bits. */
	public static void write(double[] numbers, ByteBuffer to) {
		write(Arrays.stream(numbers).mapToLong(Double::doubleToRawLongBits).toArray(), to);
	}

	private static void write(long[] numbers, int size, ByteBuffer to) {
		Ranks ranks = Ranks.of(numbers);
		int low = ranks.low();
		int width = width(ranks.count());
		long bytes = HEADER + (ranks.bits(low) + (long) width * numbers.length + 7) / 8;
		if (bytes >= mostBytes(numbers.length, size / Byte.SIZE)) {
			to.putInt(0);
			for (long number : numbers) {
				if (size == Integer.SIZE) {
					to.putInt((int) number);
				}
				else {
					to.putLong(number);
				}
			}
			return;
		}
		to.putInt(ranks.count()).put((byte) low);
		BitOutput out = new BitOutput(to);
		for (int i = 0; i < ranks.count(); i++) {
			long gap = ranks.gap(i);
			long high = high(gap, low);
			int length = Ranks.length(high);
			out.zeros(length);
			out.put(1, 1);
			out.put(high, Math.max(0, length - 1));
			out.put(gap, low);
		}
		for (long number : numbers) {
			out.put(ranks.of(number), width);
		}
		out.finish();
	}

	/**
	 * Reads whole numbers of 32 bits.
	 * @param from where they were written
	 * @param count how many
	 * @throws IllegalArgumentException if they are not all there
	 */
	public static int[] ints(ByteBuffer from, int count) {
		int different = different(from, count, Integer.BYTES);
		int[] numbers = new int[count];
		if (different == 0) {
			from.asIntBuffer().get(numbers);
			from.position(from.position() + count * Integer.BYTES);
			return numbers;
		}
		int low = low(from, Integer.SIZE);
		BitInput in = new BitInput(from);
		long[] distinct = distinct(in, low, different, Integer.SIZE);
		int width = width(different);
		in.expect((long) width * count);
		for (int i = 0; i < count; i++) {
			numbers[i] = (int) distinct[rank(in, width, different)];
		}
		in.finish();
		return numbers;
	}

	/** Reads numbers of 32 bits, as {@link #ints}. */
	public static float[] floats(ByteBuffer from, int count) {
		int[] bits = ints(from, count);
		float[] numbers = new float[count];
		for (int i = 0; i < count; i++) {
			numbers[i] = Float.intBitsToFloat(bits[i]);
		}
		return numbers;
	}

	/** Reads whole numbers of 64 bits, as {@link #ints}. */
	public static long[] longs(ByteBuffer from, int count) {
		int different = different(from, count, Long.BYTES);
		long[] numbers = new long[count];
		if (different == 0) {
			from.asLongBuffer().get(numbers);
			from.position(from.position() + count * Long.BYTES);
			return numbers;
		}
		int low = low(from, Long.SIZE);
		BitInput in = new BitInput(from);
		long[] distinct = distinct(in, low, different, Long.SIZE);
		int width = width(different);
		in.expect((long) width * count);
		for (int i = 0; i < count; i++) {
			numbers[i] = distinct[rank(in, width, different)];
		}
		in.finish();
		return numbers;
	}

	/** Reads numbers of 64 bits, as {@link #ints}. */
	public static double[] doubles(ByteBuffer from, int count) {
		return Arrays.stream(longs(from, count)).mapToDouble(Double::longBitsToDouble).toArray();
	}

	/** How many different numbers there are; nothing is allocated before that fits. */
	private static int different(ByteBuffer from, int count, int bytesEach) {
		BitInput.require(count >= 0 && from.remaining() >= Integer.BYTES);
		int different = from.getInt();
		if (different == 0) {
			BitInput.require((long) count * bytesEach <= from.remaining());
		}
		else {
			BitInput.require(different > 0 && different <= count
					&& different + (long) width(different) * count <= (long) Byte.SIZE * from.remaining());
		}
		return different;
	}

	private static int low(ByteBuffer from, int size) {
		int low = from.get();
		BitInput.require(low >= 0 && low < size);
		return low;
	}

	private static long[] distinct(BitInput in, int low, int different, int size) {
		long[] distinct = new long[different];
		long number = 0;
		for (int i = 0; i < different; i++) {
			int length = in.zeros(size - low);
			long high = (length == 0) ? 0 : (1L << (length - 1)) | in.get(length - 1);
			long next = number + ((high << low) | in.get(low));
			boolean ascending = i == 0 || Long.compareUnsigned(next, number) > 0;
			BitInput.require(ascending && (size == Long.SIZE || next >>> size == 0));
			distinct[i] = next;
			number = next;
		}
		return distinct;
	}

	private static int rank(BitInput in, int width, int different) {
		int rank = in.next(width);
		BitInput.require(rank < different);
		return rank;
	}

	/** Bits of a rank. */
	private static int width(int different) {
		return Math.max(FEWEST_BITS, Ranks.length(different - 1L));
	}

	/** What is left of a gap without its low bits. */
	private static long high(long gap, int low) {
		return gap >>> low;
	}

}
