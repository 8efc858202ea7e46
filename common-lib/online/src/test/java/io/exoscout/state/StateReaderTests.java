package io.exoscout.state;

import java.util.Arrays;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StateReaderTests {

	@Test
	void readsBackWhatWasWritten() {
		StateWriter writer = new StateWriter(1);
		writer.putByte(-1);
		writer.putBoolean(true);
		writer.putInt(Integer.MIN_VALUE);
		writer.putLong(Long.MAX_VALUE);
		writer.putCount(300);
		writer.putCount(Long.MAX_VALUE);
		writer.putDouble(-0.0);
		writer.putText("Höhe|1");
		StateReader reader = new StateReader(writer.toBytes(), 1);
		assertThat(reader.getByte()).isEqualTo(-1);
		assertThat(reader.getBoolean()).isTrue();
		assertThat(reader.getInt()).isEqualTo(Integer.MIN_VALUE);
		assertThat(reader.getLong()).isEqualTo(Long.MAX_VALUE);
		assertThat(reader.getCount()).isEqualTo(300);
		assertThat(reader.getCount()).isEqualTo(Long.MAX_VALUE);
		assertThat(Double.doubleToRawLongBits(reader.getDouble())).isEqualTo(Double.doubleToRawLongBits(-0.0));
		assertThat(reader.getText()).isEqualTo("Höhe|1");
		reader.end();
	}

	@Test
	void keepsAllBitsOfDoubles() {
		double[] odd = { Double.NaN, Double.longBitsToDouble(0x7ff8_0000_0000_0001L), Double.MIN_VALUE, 0.1 + 0.2 };
		StateWriter writer = new StateWriter(1);
		writer.putDoubles(odd);
		double[] back = new double[odd.length];
		new StateReader(writer.toBytes(), 1).getDoubles(back);
		assertThat(Arrays.stream(back).mapToLong(Double::doubleToRawLongBits))
			.containsExactlyElementsOf(Arrays.stream(odd).mapToLong(Double::doubleToRawLongBits).boxed().toList());
	}

	@Test
	void refusesBytesCutShortAnywhere() {
		byte[] whole = some();
		for (int length = 0; length < whole.length; length++) {
			assertDamaged(Arrays.copyOf(whole, length));
		}
	}

	@Test
	void refusesBytesWithAnyBitChanged() {
		byte[] whole = some();
		for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
			byte[] changed = whole.clone();
			changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
			assertDamaged(changed);
		}
	}

	@Test
	void refusesBytesWithMoreAtTheirEnd() {
		byte[] whole = some();
		assertDamaged(Arrays.copyOf(whole, whole.length + 1));
	}

	@Test
	void refusesWhatALaterVersionWrote() {
		byte[] later = new StateWriter(2).toBytes();
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> new StateReader(later, 1))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(ErrorCode.STREAM_STATE_NEWER))
			.withMessageContaining("layout 2");
	}

	@Test
	void refusesWhatIsLeftOver() {
		StateReader reader = new StateReader(some(), 1);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(reader::end).withMessageContaining("left over");
	}

	@Test
	void refusesToReadPastTheEnd() {
		StateReader reader = new StateReader(new StateWriter(1).toBytes(), 1);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(reader::getLong);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(reader::getText);
	}

	private static byte[] some() {
		StateWriter writer = new StateWriter(1);
		writer.putText("some");
		writer.putDouble(1.5);
		return writer.toBytes();
	}

	private static void assertDamaged(byte[] bytes) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> new StateReader(bytes, 1))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(ErrorCode.STORED_BYTES_DAMAGED));
	}

}
