package io.exoscout.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.exoscout.dataset.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.fail;

/** What every blob store has to say of bytes that are not what was stored. */
public abstract class DamagedBlobContract {

	private static final byte[] BYTES = "some bytes".getBytes(StandardCharsets.UTF_8);

	private static final int LARGE = 3 << 20;

	@TempDir
	protected Path directory;

	private BlobStore blobs;

	@BeforeEach
	void start() throws Exception {
		this.blobs = store(this.directory);
	}

	/** A store that is empty at the start of each test. */
	protected abstract BlobStore store(Path directory) throws Exception;

	/** Puts other bytes where those of a blob lie, as a failing disk does. */
	protected abstract void damage(String sha256, byte[] bytes) throws Exception;

	@Test
	void refusesASmallBlobThatWasAlteredBeforeItsFirstByte() throws Exception {
		String sha256 = this.blobs.put(BYTES).sha256();
		damage(sha256, "same bytes".getBytes(StandardCharsets.UTF_8));
		assertProblem(ProblemKind.INTERNAL, "stored_bytes_damaged", () -> this.blobs.open(sha256)).contains(sha256);
	}

	@Test
	void refusesABlobThatWasEmptied() throws Exception {
		String sha256 = this.blobs.put(BYTES).sha256();
		damage(sha256, new byte[0]);
		assertProblem(ProblemKind.INTERNAL, "stored_bytes_damaged", () -> this.blobs.open(sha256));
	}

	@Test
	void neverGivesTheLastByteOfALargeBlobThatWasAltered() throws Exception {
		String sha256 = damaged(large(), 17);
		byte[] read = new byte[1 << 16];
		int count = 0;
		try (InputStream in = this.blobs.open(sha256)) {
			for (int got = in.read(read); got >= 0; got = in.read(read)) {
				count += got;
			}
			fail("read to the end");
		}
		catch (ProblemException ex) {
			assertThat(ex.code().id()).isEqualTo("stored_bytes_damaged");
		}
		assertThat(count).isLessThan(LARGE);
	}

	@Test
	void tellsWhoReadsOnlyTheBeginningOnClosing() throws Exception {
		String sha256 = damaged(large(), LARGE - 1);
		InputStream in = this.blobs.open(sha256);
		assertThat(in.readNBytes(100)).hasSize(100);
		assertProblem(ProblemKind.INTERNAL, "stored_bytes_damaged", in::close);
	}

	@Test
	void tellsWhatMadeAReaderStumble() throws Exception {
		String sha256 = damaged(large(), 5);
		Throwable thrown = catchThrowable(() -> {
			try (InputStream in = this.blobs.open(sha256)) {
				throw new IllegalStateException("no sense in " + in.read());
			}
		});
		assertThat(ProblemException.behind(thrown)).hasMessageContaining(sha256);
	}

	@Test
	void refusesALargeBlobThatWasCutShort() throws Exception {
		byte[] bytes = large();
		String sha256 = this.blobs.put(bytes).sha256();
		damage(sha256, Arrays.copyOf(bytes, LARGE - 1000));
		assertProblem(ProblemKind.INTERNAL, "stored_bytes_damaged", () -> read(sha256));
	}

	@Test
	void countsDamageForTheAlert() throws Exception {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		Metrics.addRegistry(meters);
		try {
			refusesABlobThatWasEmptied();
			assertThat(meters.get(CheckedBlob.DAMAGED).counter().count()).isEqualTo(1);
		}
		finally {
			Metrics.removeRegistry(meters);
		}
	}

	@Test
	void aLargeBlobThatIsClosedEarlyIsStillWhole() throws IOException {
		byte[] bytes = large();
		String sha256 = this.blobs.put(bytes).sha256();
		try (InputStream in = this.blobs.open(sha256)) {
			assertThat(in.skip(10)).isPositive();
			assertThat(in.read()).isNotNegative();
		}
		assertThat(read(sha256)).isEqualTo(bytes);
	}

	private static byte[] large() {
		byte[] bytes = new byte[LARGE];
		new Random(7).nextBytes(bytes);
		return bytes;
	}

	/** Stores bytes, one of which changes afterwards. */
	private String damaged(byte[] bytes, int place) throws Exception {
		String sha256 = this.blobs.put(bytes).sha256();
		byte[] altered = bytes.clone();
		altered[place] ^= 1;
		damage(sha256, altered);
		return sha256;
	}

	private byte[] read(String sha256) throws IOException {
		try (InputStream in = this.blobs.open(sha256)) {
			return in.readAllBytes();
		}
	}

}
