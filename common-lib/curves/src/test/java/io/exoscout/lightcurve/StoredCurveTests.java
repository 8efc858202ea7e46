package io.exoscout.lightcurve;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

import io.exoscout.lightcurve.LightCurve.Centroids;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StoredCurveTests {

	private static final double[] TIMES = { 1, 2, 3.25 };

	private static final double[] FLUXES = { 1, 0.5, 1.5 };

	private static final double[] ERRORS = { 0.1, Double.NaN, 0.3 };

	private static final LightCurve WHOLE = new LightCurve(TimeSystem.BTJD, TIMES, FLUXES, ERRORS,
			new int[] { 0, 0, 1 }, new Centroids(FLUXES, TIMES));

	private static final LightCurve BARE = new LightCurve(TimeSystem.RELATIVE, TIMES, FLUXES, null, new int[3], null);

	@Test
	void whatIsWrittenIsRead() throws IOException {
		LightCurve read = StoredCurve.read(new ByteArrayInputStream(bytes(WHOLE)));
		assertThat(read.system()).isEqualTo(TimeSystem.BTJD);
		assertThat(read.times()).containsExactly(TIMES);
		assertThat(read.fluxes()).containsExactly(FLUXES);
		assertThat(read.errors()).containsExactly(ERRORS);
		assertThat(read.centroids()).isNotNull();
		assertThat(read.centroids().rows()).containsExactly(TIMES);
	}

	@Test
	void whatIsUnknownStaysSo() throws IOException {
		LightCurve read = StoredCurve.read(new ByteArrayInputStream(bytes(BARE)));
		assertThat(read.errors()).isNull();
		assertThat(read.centroids()).isNull();
	}

	@Test
	void howItWasSplitDoesNotShow() throws IOException {
		LightCurve split = new LightCurve(TimeSystem.RELATIVE, TIMES, FLUXES, null, new int[] { 0, 1, 2 }, null);
		assertThat(bytes(split)).isEqualTo(bytes(BARE));
	}

	@Test
	void itsSizeIsToldBeforehand() throws IOException {
		assertThat(StoredCurve.bytes(WHOLE)).isEqualTo(bytes(WHOLE).length);
		assertThat(StoredCurve.bytes(BARE)).isEqualTo(bytes(BARE).length);
	}

	@Test
	void otherBytesAreRefused() throws IOException {
		byte[] other = bytes(BARE);
		other[8] = 2;
		assertDamaged(other);
		assertThat(StoredCurve.isNewer(new ByteArrayInputStream(other))).isTrue();
		assertThat(StoredCurve.isNewer(new ByteArrayInputStream(bytes(BARE)))).isFalse();
	}

	@Test
	void whereverTheyBreakOffTheyAreDamaged() throws IOException {
		byte[] whole = bytes(WHOLE);
		for (int size = 0; size < whole.length; size++) {
			assertDamaged(Arrays.copyOf(whole, size));
		}
	}

	@Test
	void aSizeThatNoCurveHasCostsNothing() throws IOException {
		byte[] other = bytes(BARE);
		ByteBuffer.wrap(other).putInt(11 + "relative".length(), Integer.MAX_VALUE);
		assertDamaged(other);
	}

	private static void assertDamaged(byte[] bytes) {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> StoredCurve.read(new ByteArrayInputStream(bytes)))
			.returns(ErrorCode.STORED_BYTES_DAMAGED, ProblemException::code);
	}

	private static byte[] bytes(LightCurve curve) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		StoredCurve.write(curve, out);
		return out.toByteArray();
	}

}
