package io.exoscout.gzip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UnpackingBudgetTests {

	private static final int MEGABYTE = 1 << 20;

	@Test
	void letsAnyFileBecomeSomeMegabytes() throws IOException {
		assertThat(unpacked(zeros(15))).isEqualTo(15L * MEGABYTE);
	}

	@Test
	void refusesWhatGetsAThousandTimesAsLarge() throws IOException {
		byte[] bomb = zeros(40);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> unpacked(bomb))
			.withMessageContaining("16 times its size")
			.returns(ErrorCode.TOO_COSTLY, ProblemException::code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1,\n", "1,2,3\n", ",,,,,,,,\n" })
	void refusesRowsOfNextToNothing(String row) throws IOException {
		// just within what bytes may come out, for what does not pack stands in front of
		// it
		byte[] noise = new byte[MEGABYTE];
		new Random(1).nextBytes(noise);
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
			gzip.write(noise);
			gzip.write(row.repeat(28 * MEGABYTE / row.length()).getBytes(StandardCharsets.US_ASCII));
		}
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> unpacked(packed.toByteArray()))
			.withMessageContaining("rows of next to nothing")
			.returns(ErrorCode.TOO_COSTLY, ProblemException::code);
	}

	private static long unpacked(byte[] packed) throws IOException {
		UnpackingBudget budget = new UnpackingBudget();
		try (InputStream plain = budget
			.unpacked(new GzipStream(budget.sent(new ByteArrayInputStream(packed)), 1 << 14))) {
			return plain.transferTo(OutputStream.nullOutputStream());
		}
	}

	private static byte[] zeros(int megabytes) throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
			for (int i = 0; i < megabytes; i++) {
				gzip.write(new byte[MEGABYTE]);
			}
		}
		return packed.toByteArray();
	}

}
