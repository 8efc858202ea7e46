package io.exoscout.predictor.inference;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import io.exoscout.web.BodyRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InferenceBodyTests {

	private static final byte[] SENT = "{}\1\2\3\4".getBytes(StandardCharsets.ISO_8859_1);

	@Test
	void isJsonToItsEndUnlessItSaysOtherwise() {
		InferenceBody all = InferenceBody.of(SENT, null, null, BodyRoom.endless());
		assertThat(all.json()).isEqualTo(SENT);
		assertThat(all.binary().remaining()).isZero();
		InferenceBody part = InferenceBody.of(SENT, null, "2", BodyRoom.endless());
		assertThat(part.json()).isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
		assertThat(part.binary().getInt()).isEqualTo(0x04030201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "7", "-1", "", "two", "2.0", "4294967296", "99999999999999999999" })
	void refusesALengthThatItDoesNotHave(String length) {
		refused(ErrorCode.INVALID_PARAMETER, SENT, null, length);
	}

	@Test
	void isUnpackedBeforeItIsParted() throws IOException {
		assertThat(InferenceBody.of(gzip(SENT), "gzip", "2", BodyRoom.endless()).binary().getInt())
			.isEqualTo(0x04030201);
		ByteArrayOutputStream deflated = new ByteArrayOutputStream();
		try (OutputStream out = new DeflaterOutputStream(deflated)) {
			out.write(SENT);
		}
		assertThat(InferenceBody.of(deflated.toByteArray(), "Deflate", "2", BodyRoom.endless()).binary().getInt())
			.isEqualTo(0x04030201);
		assertThat(InferenceBody.of(SENT, "identity", "2", BodyRoom.endless()).binary().getInt()).isEqualTo(0x04030201);
	}

	@Test
	void refusesWhatItCanNotUnpack() throws IOException {
		refused(ErrorCode.UNSUPPORTED_MEDIA_TYPE, SENT, "br", null);
		refused(ErrorCode.BROKEN_GZIP, SENT, "gzip", null);
		refused(ErrorCode.BROKEN_GZIP, SENT, "deflate", null);
		byte[] packed = gzip(new byte[1000]);
		refused(ErrorCode.BROKEN_GZIP, Arrays.copyOf(packed, packed.length - 9), "gzip", null);
	}

	@Test
	void refusesWhatIsTooLargeOnceUnpacked() throws IOException {
		refused(ErrorCode.BODY_TOO_LARGE, gzip(new byte[(40 << 20) + 1]), "gzip", null);
	}

	private static byte[] gzip(byte[] bytes) throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (OutputStream out = new GZIPOutputStream(packed)) {
			out.write(bytes);
		}
		return packed.toByteArray();
	}

	private static void refused(ErrorCode code, byte[] sent, @Nullable String encoding, @Nullable String length) {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> InferenceBody.of(sent, encoding, length, BodyRoom.endless()))
			.matches((problem) -> problem.code() == code);
	}

}
