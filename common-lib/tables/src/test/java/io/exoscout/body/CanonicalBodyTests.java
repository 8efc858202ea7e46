package io.exoscout.body;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

import io.exoscout.dataset.MadeTables;
import io.exoscout.problem.ProblemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import static io.exoscout.dataset.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

class CanonicalBodyTests {

	private static final String BODY = "a,b\n1,#2\n#3,4\n";

	@ParameterizedTest
	@ValueSource(strings = { BODY, "\uFEFF" + BODY, "# one\n#\n# three\n" + BODY, "\uFEFF# x\n\n\n" + BODY,
			"# x\n\uFEFF" + BODY, "a,b\r\n1,#2\r\n#3,4\r\n", "a,b\r1,#2\r#3,4\r", "a,b\n1,#2\n#3,4",
			"a,b\n1,#2\r#3,4\r\n\n\r\n", "\r\n\r\n# x\r\na,b\r\n1,#2\r\n#3,4" })
	void sameTableGivesSameBytes(String sent) throws IOException {
		assertThat(canonical(sent.getBytes(StandardCharsets.UTF_8))).isEqualTo(BODY);
	}

	@Test
	void canonicalBodyStaysAsItIs() throws IOException {
		assertThat(canonical(BODY.getBytes(StandardCharsets.UTF_8))).isEqualTo(BODY);
	}

	@Test
	void gzipIsUnpacked() throws IOException {
		assertThat(canonical(MadeTables.gzip(("# x\n" + BODY).getBytes(StandardCharsets.UTF_8)))).isEqualTo(BODY);
	}

	@Test
	void blankLinesInsideStay() throws IOException {
		assertThat(canonical("a\n\n\n1\n\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("a\n\n\n1\n");
	}

	@Test
	void nothingStaysNothing() throws IOException {
		assertThat(canonical(new byte[0])).isEmpty();
		assertThat(canonical("# only\n# comments".getBytes(StandardCharsets.UTF_8))).isEmpty();
	}

	@Test
	void charactersOfEveryLengthPassThrough() throws IOException {
		String text = "a,é,€,𝄞,\uFFFD,\uD7FF,\uE000,\u0800\n";
		assertThat(canonical(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
	}

	@Test
	void charactersAcrossBufferEndsPassThrough() throws IOException {
		for (int shift = 0; shift < 4; shift++) {
			String text = "x".repeat(shift) + "€é𝄞".repeat(5000) + "\n";
			assertThat(canonical(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
		}
	}

	@Test
	void manyBlankLinesBeforeARowAreKeptInOrder() throws IOException {
		String text = "a\n" + "\n".repeat(100_000) + "1\n";
		assertThat(canonical(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
	}

	@Test
	void countsTheLinesBeforeTheHeader() throws IOException {
		try (CanonicalBody body = CanonicalBody.of(MadeTables.stream("# 1\r\n\r\n# 3\r\na\n1\n"),
				TableLimits.DEFAULTS)) {
			body.readAllBytes();
			assertThat(body.headerLine()).isEqualTo(4);
		}
	}

	@Test
	void refusesNulBytesNamingTheLine() {
		assertProblem(ProblemKind.INVALID, "not_text", () -> canonical(new byte[] { 'a', '\n', 0, 'b' }))
			.contains("Line 2", "byte 3");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16", "UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM" })
	void utf16IsReadAsUtf8(String charset) throws IOException {
		String text = "a,b\n1,é€𝄞\n".repeat(5000);
		assertThat(canonical(text.getBytes(Charset.forName(charset)))).isEqualTo(text);
	}

	@Test
	void refusesUtf16ThatBreaksOffInsideACharacter() {
		byte[] sent = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16);
		assertProblem(ProblemKind.INVALID, "not_text", () -> canonical(Arrays.copyOf(sent, sent.length - 1)))
			.contains("UTF-16");
	}

	@Test
	void refusesSpreadsheets() {
		assertProblem(ProblemKind.INVALID, "not_text", () -> canonical(new byte[] { 'P', 'K', 3, 4, 20, 0 }))
			.contains("spreadsheet");
	}

	@ParameterizedTest
	@ValueSource(strings = { "C3 0A", "E2 82 0A", "80", "C0 AF", "ED A0 80", "F5 80 80 80", "E0 80 80", "F0 80 80 80",
			"FF", "C3" })
	void refusesMalformedUtf8NamingTheLine(String hex) {
		byte[] bytes = { 'a', '\n', 'b', ',' };
		byte[] bad = HexFormat.ofDelimiter(" ").parseHex(hex);
		byte[] sent = Arrays.copyOf(bytes, bytes.length + bad.length);
		System.arraycopy(bad, 0, sent, bytes.length, bad.length);
		assertProblem(ProblemKind.INVALID, "not_utf8", () -> canonical(sent)).contains("Line 2");
	}

	@Test
	void refusesCutGzip() {
		byte[] packed = MadeTables.gzip(BODY.getBytes(StandardCharsets.UTF_8));
		assertProblem(ProblemKind.INVALID, "broken_gzip", () -> canonical(Arrays.copyOf(packed, packed.length - 9)));
		assertProblem(ProblemKind.INVALID, "broken_gzip", () -> canonical(Arrays.copyOf(packed, 5)));
	}

	@Test
	void stopsGzipBombs() {
		byte[] blank = ("a".repeat(1023) + "\n").repeat(8 << 10).getBytes(StandardCharsets.UTF_8);
		assertProblem(ProblemKind.TOO_LARGE, "table_too_large",
				() -> canonical(MadeTables.gzip(blank), DataSize.ofMegabytes(1)))
			.contains("1048576", "unpacked");
	}

	@Test
	void skipsAnEndlessCommentLineInLittleMemory() throws IOException {
		try (InputStream body = CanonicalBody.of(MadeTables.repeated("# ", 'x', 50 << 20, "\na,b\n"),
				TableLimits.DEFAULTS)) {
			assertThat(body.readAllBytes()).asString().isEqualTo("a,b\n");
		}
	}

	private static String canonical(byte[] sent) throws IOException {
		return canonical(sent, DataSize.ofGigabytes(1));
	}

	private static String canonical(byte[] sent, DataSize size) throws IOException {
		TableLimits limits = new TableLimits(size, 10, 10, 10, 10, 10);
		try (InputStream body = CanonicalBody.of(new ByteArrayInputStream(sent), limits)) {
			return new String(body.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
