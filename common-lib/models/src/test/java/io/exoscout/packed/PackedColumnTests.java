package io.exoscout.packed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PackedColumnTests {

	private static ByteBuffer room(int count, int bytesEach) {
		return ByteBuffer.allocate((int) PackedColumn.mostBytes(count, bytesEach)).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static ByteBuffer packed(int[] numbers) {
		ByteBuffer to = room(numbers.length, Integer.BYTES);
		PackedColumn.write(numbers, to);
		return to.flip();
	}

	private static ByteBuffer packed(long[] numbers) {
		ByteBuffer to = room(numbers.length, Long.BYTES);
		PackedColumn.write(numbers, to);
		return to.flip();
	}

	private static int[] numbers(int count, IntUnaryOperator number) {
		return IntStream.range(0, count).map(number).toArray();
	}

	private static void keeps(int[] numbers) {
		ByteBuffer file = packed(numbers);
		assertThat(PackedColumn.ints(file, numbers.length)).containsExactly(numbers);
		assertThat(file.remaining()).isZero();
		long[] longs = Arrays.stream(numbers).asLongStream().map((number) -> number * 0x9E3779B97F4A7C15L).toArray();
		file = packed(longs);
		assertThat(PackedColumn.longs(file, longs.length)).containsExactly(longs);
		assertThat(file.remaining()).isZero();
	}

	@Test
	void keepsColumnsOfEveryKind() {
		Random random = new Random(3);
		for (int count : new int[] { 0, 1, 2, 15, 16, 17, 255, 256, 257, 3000 }) {
			keeps(numbers(count, (i) -> 7));
			keeps(numbers(count, (i) -> i));
			keeps(numbers(count, (i) -> i % 2 - 1));
			keeps(numbers(count, (i) -> (i % 3 == 0) ? Integer.MIN_VALUE : Integer.MAX_VALUE));
			keeps(numbers(count, (i) -> random.nextInt()));
			keeps(numbers(count, (i) -> random.nextInt(50)));
			keeps(numbers(count, (i) -> Float.floatToRawIntBits((float) random.nextGaussian())));
		}
	}

	@Test
	void keepsEveryBitOfFloatingPointNumbers() {
		float[] floats = { 0f, -0f, Float.NaN, Float.intBitsToFloat(0x7FC00001), Float.POSITIVE_INFINITY,
				Float.NEGATIVE_INFINITY, Float.MIN_VALUE, -1.5f };
		float[] many = new float[800];
		double[] doubles = new double[many.length];
		for (int i = 0; i < many.length; i++) {
			many[i] = floats[i % floats.length];
			doubles[i] = many[i];
		}
		ByteBuffer file = room(many.length, Float.BYTES);
		PackedColumn.write(many, file);
		float[] read = PackedColumn.floats(file.flip(), many.length);
		ByteBuffer longer = room(many.length, Double.BYTES);
		PackedColumn.write(doubles, longer);
		double[] readDoubles = PackedColumn.doubles(longer.flip(), many.length);
		for (int i = 0; i < many.length; i++) {
			assertThat(Float.floatToRawIntBits(read[i])).isEqualTo(Float.floatToRawIntBits(many[i]));
			assertThat(Double.doubleToRawLongBits(readDoubles[i])).isEqualTo(Double.doubleToRawLongBits(doubles[i]));
		}
	}

	@Test
	void takesAFewBitsForFewDifferentNumbers() {
		assertThat(packed(numbers(8000, (i) -> 1000 * (i % 13))).remaining()).isBetween(4000, 4050);
	}

	@Test
	void takesNoMoreThanTheNumbersThemselvesButForACount() {
		Random random = new Random(5);
		int[] chance = numbers(1000, (i) -> random.nextInt());
		assertThat(packed(chance).remaining()).isLessThanOrEqualTo(4004);
		assertThat(packed(new int[0]).remaining()).isEqualTo(4);
	}

	/** The bytes are a format: they never change. */
	@Test
	void writesTheseBytes() {
		assertThat(packed(numbers(16, (i) -> 2 + i % 3)).array()).startsWith(3, 0, 0, 0, 1, 0b01111010, 0b00001000,
				0b10000001, 0b00010000);
	}

	@Test
	void refusesEveryTruncation() {
		byte[] file = packed(numbers(100, (i) -> i * i % 37)).array();
		ByteBuffer whole = packed(numbers(100, (i) -> i * i % 37));
		for (int length = 0; length < whole.limit(); length++) {
			ByteBuffer part = ByteBuffer.wrap(Arrays.copyOf(file, length)).order(ByteOrder.LITTLE_ENDIAN);
			assertThatIllegalArgumentException().isThrownBy(() -> PackedColumn.ints(part, 100));
		}
	}

	@Test
	void refusesCountsThatWouldFillTheMemory() {
		ByteBuffer file = packed(numbers(100, (i) -> i % 5));
		for (int count : new int[] { -1, Integer.MAX_VALUE, 2 * file.limit() }) {
			assertThatIllegalArgumentException().isThrownBy(() -> PackedColumn.ints(file.rewind(), count));
			assertThatIllegalArgumentException().isThrownBy(() -> PackedColumn.longs(file.rewind(), count));
		}
		for (int different : new int[] { -1, 101, Integer.MAX_VALUE }) {
			ByteBuffer forged = packed(numbers(100, (i) -> i % 5)).putInt(0, different);
			assertThatIllegalArgumentException().isThrownBy(() -> PackedColumn.ints(forged, 100));
		}
	}

	@Test
	void readsAnyBytesOrRefusesThem() {
		Random random = new Random(8);
		int read = 0;
		for (int i = 0; i < 20_000; i++) {
			ByteBuffer forged = packed(numbers(60, (n) -> n % 9));
			for (int flip = 0; flip <= i % 3; flip++) {
				int at = random.nextInt(forged.limit());
				forged.put(at, (byte) (forged.get(at) ^ (1 << random.nextInt(8))));
			}
			try {
				assertThat(PackedColumn.ints(forged, 60)).hasSize(60);
				read++;
			}
			catch (IllegalArgumentException ex) {
				assertThat(ex).hasMessageContaining("no column");
			}
		}
		assertThat(read).isBetween(1, 19_999);
	}

}
