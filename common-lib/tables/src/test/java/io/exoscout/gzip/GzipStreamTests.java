package io.exoscout.gzip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GzipStreamTests {

	@Test
	void givesWhatWasPacked() throws IOException {
		assertThat(unpacked(gzip("koi_period\n9.5\n"))).isEqualTo("koi_period\n9.5\n");
	}

	@Test
	void goesOnWithTheNextMember() throws IOException {
		assertThat(unpacked(joined(gzip("koi_"), gzip(""), gzip("period\n")))).isEqualTo("koi_period\n");
	}

	@Test
	void passesOverWhatAHeaderMayHave() throws IOException {
		byte[] plain = gzip("9.5\n");
		// extra bytes, name, comment, checksum of the header
		byte[] header = { 0x1F, (byte) 0x8B, 8, 2 + 4 + 8 + 16, 0, 0, 0, 0, 0, 3, 2, 0, 'x', 'y', 'a', 0, 'b', 0, 1,
				2 };
		byte[] file = joined(header, Arrays.copyOfRange(plain, 10, plain.length));
		assertThat(unpacked(file)).isEqualTo("9.5\n");
	}

	@Test
	void whatFollowsAndIsNoMemberIsLeft() throws IOException {
		assertThat(unpacked(joined(gzip("9.5\n"), new byte[512]))).isEqualTo("9.5\n");
	}

	@Test
	void whatFollowsAndBeginsAlmostLikeAMemberIsLeft() throws IOException {
		assertThat(unpacked(joined(gzip("9.5\n"), new byte[] { 0x1F, 1, 2, 3 }))).isEqualTo("9.5\n");
		assertThat(unpacked(joined(gzip("9.5\n"), new byte[] { 0x1F }))).isEqualTo("9.5\n");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 9, 12, 20, 27 })
	void noticesThatItBreaksOff(int bytes) {
		byte[] file = gzip("koi_period\n9.5\n");
		assertThatExceptionOfType(EOFException.class).isThrownBy(() -> unpacked(Arrays.copyOf(file, bytes)));
	}

	@Test
	void neverGivesAnotherTextWhenAByteIsAnother() {
		byte[] file = gzip("koi_period\n9.5\n");
		for (int i = 10; i < file.length; i++) {
			byte[] other = file.clone();
			other[i] ^= 0x01;
			// the last bits of what is packed say nothing
			assertThatRefusedOrThat("koi_period\n9.5\n", other);
		}
	}

	private static void assertThatRefusedOrThat(String text, byte[] file) {
		try {
			assertThat(unpacked(file)).isEqualTo(text);
		}
		catch (IOException ex) {
			assertThat(ex).isInstanceOfAny(ZipException.class, EOFException.class);
		}
	}

	@Test
	void givesTheSameAsTheJdkOfMembersOfAnySize() throws IOException {
		byte[] file = new byte[0];
		for (int size = 0; size < 300; size += 7) {
			file = joined(file, gzip("9.5,".repeat(size)));
		}
		assertThat(unpacked(file)).isEqualTo(new String(
				new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes(), StandardCharsets.US_ASCII));
	}

	@Test
	void refusesAMillionEmptyMembers() {
		byte[] empty = gzip("");
		byte[] file = new byte[1_000_000 * empty.length];
		for (int i = 0; i < file.length; i++) {
			file[i] = empty[i % empty.length];
		}
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> unpacked(file))
			.withMessageContaining("members")
			.returns(ErrorCode.TOO_COSTLY, ProblemException::code);
	}

	private static String unpacked(byte[] file) throws IOException {
		try (InputStream plain = new GzipStream(new ByteArrayInputStream(file), 7)) {
			return new String(plain.readAllBytes(), StandardCharsets.US_ASCII);
		}
	}

	private static byte[] gzip(String text) {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
			gzip.write(text.getBytes(StandardCharsets.US_ASCII));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		return packed.toByteArray();
	}

	private static byte[] joined(byte[]... parts) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			all.writeBytes(part);
		}
		return all.toByteArray();
	}

}
