package io.exoscout.onnx;

import java.io.ByteArrayOutputStream;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OnnxSizeTests {

	/** A number as the format packs it. */
	static byte[] varint(int number) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		int left = number;
		while (left > 127) {
			bytes.write(left & 127 | 128);
			left >>>= 7;
		}
		bytes.write(left);
		return bytes.toByteArray();
	}

	/** A field that holds bytes. */
	private static byte[] field(int number, byte[] content) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes(varint(number << 3 | 2));
		bytes.writeBytes(varint(content.length));
		bytes.writeBytes(content);
		return bytes.toByteArray();
	}

	/** A file with one attribute of one node. */
	private static byte[] file(byte[] attribute) {
		return field(7, field(1, field(5, attribute)));
	}

	private static void refused(byte[] file) {
		assertThatThrownBy(() -> OnnxSize.check(file)).isInstanceOfSatisfying(ProblemException.class,
				(problem) -> assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_ONNX_FILE));
	}

	@Test
	void fewBytesThatBecomeManyNumbersAreRefusedBeforeTheyDo() {
		refused(file(field(8, new byte[30_000_000])));
	}

	@Test
	void fewBytesThatBecomeManyTextsAreRefused() {
		byte[] texts = new byte[6_000_000];
		for (int i = 0; i < texts.length; i += 2) {
			texts[i] = 9 << 3 | 2;
		}
		refused(file(texts));
	}

	@Test
	void whatIsNotLookedIntoIsSmall() {
		refused(field(20, new byte[5 << 20]));
	}

	@Test
	void whatEndsInTheMiddleIsRefused() {
		refused(new byte[] { 58, 10, 1 });
		refused(new byte[] { 58, -1, -1, -1, -1, 15 });
		refused(new byte[] { 11, 12 });
	}

	@Test
	void aFileOfOneMillionNodesIsFine() {
		OnnxSize.check(file(field(8, new byte[8_000_000])));
		assertThat(varint(300)).containsExactly(0xAC, 2);
	}

}
