package io.exoscout.body;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

import io.exoscout.problem.ProblemException;
import io.exoscout.store.Digests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class ArrivingBodyTests {

	private static final byte[] LONG = "a,b\n".concat("1,2\n".repeat(100_000)).getBytes(StandardCharsets.UTF_8);

	private static final byte[] SHORT = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);

	@TempDir
	Path directory;

	private Spool spool;

	@BeforeEach
	void open() {
		this.spool = new Spool(this.directory);
	}

	private ArrivingBody receive(InputStream sent) {
		return this.spool.receive(sent, TableLimits.DEFAULTS);
	}

	private ArrivingBody receive(byte[] sent) {
		return receive(new ByteArrayInputStream(sent));
	}

	/** Bytes, and then none although more were announced. */
	private static InputStream brokenAfter(byte[] sent) {
		return new SequenceInputStream(new ByteArrayInputStream(sent), new InputStream() {

			@Override
			public int read() throws IOException {
				throw new IOException("the client is gone");
			}

		});
	}

	@Test
	void givesTheBytesWhileTheyAreWrittenAndHashed() throws IOException {
		try (ArrivingBody body = receive(LONG)) {
			assertThat(body.goesOn()).isTrue();
			assertThat(body.stream().readAllBytes()).isEqualTo(LONG);
			assertThat(body.whole().sha256()).isEqualTo(Digests.sha256(LONG));
			assertThat(body.whole().bytes()).isEqualTo(LONG.length);
			assertThat(body.file()).hasBinaryContent(LONG);
		}
	}

	@Test
	void hasTheBeginningInItsFileAtOnce() throws IOException {
		try (ArrivingBody body = receive(LONG)) {
			byte[] begun = Files.readAllBytes(body.file());
			assertThat(begun).hasSizeBetween(ArrivingBody.BEGINNING, LONG.length - 1).startsWith(SHORT);
			assertThat(body.beginning().firstLine()).isOne();
		}
	}

	@Test
	void readsToTheEndWhoeverStoppedReading() throws IOException {
		try (ArrivingBody body = receive(LONG)) {
			body.stream().readNBytes(70_000);
			assertThat(body.whole().sha256()).isEqualTo(Digests.sha256(LONG));
			assertThat(body.file()).hasBinaryContent(LONG);
		}
	}

	@Test
	void goesOnNoLongerOnceItIsThere() {
		try (ArrivingBody body = receive(SHORT)) {
			assertThat(body.goesOn()).isFalse();
			assertThat(body.whole().bytes()).isEqualTo(SHORT.length);
		}
	}

	@Test
	void hasNoBeginningWithoutALine() {
		try (ArrivingBody body = receive("a,".repeat(100_000).getBytes(StandardCharsets.UTF_8))) {
			assertThat(body.goesOn()).isFalse();
		}
	}

	@Test
	void isTheSameUnpacked() throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
			gzip.write(LONG);
		}
		try (ArrivingBody body = receive(packed.toByteArray())) {
			assertThat(body.stream().readAllBytes()).isEqualTo(LONG);
			assertThat(body.whole().sha256()).isEqualTo(Digests.sha256(LONG));
			assertThat(body.whole().sentSha256()).isEqualTo(Digests.sha256(packed.toByteArray()));
		}
	}

	@Test
	void saysAgainWhatWasWrongWithTheBytes() {
		try (ArrivingBody body = receive(brokenAfter(LONG))) {
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> body.stream().readAllBytes())
				.withMessageContaining("The upload ended before the table did");
			assertThatExceptionOfType(ProblemException.class).isThrownBy(body::whole)
				.withMessageContaining("The upload ended before the table did");
		}
	}

	@Test
	void leavesNoFileOfWhatIsNoTable() throws IOException {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> receive(new byte[] { 0, 1, 2 }));
		try (var files = Files.list(this.directory)) {
			assertThat(files).isEmpty();
		}
	}

	@Test
	void mayBeClosedTwice() {
		ArrivingBody body = receive(LONG);
		body.close();
		assertThatNoException().isThrownBy(body::close);
	}

}
