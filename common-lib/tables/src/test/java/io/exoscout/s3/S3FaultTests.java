package io.exoscout.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import io.exoscout.problem.ProblemKind;
import io.exoscout.s3.FaultyLine.Fault;
import io.exoscout.servers.FreePort;
import io.exoscout.store.BlobStore;
import io.exoscout.store.BlobSweep;
import io.exoscout.store.BlobSweepRules;
import io.exoscout.store.Digests;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static io.exoscout.dataset.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What can go wrong between a service and its bucket. */
@Timeout(180)
class S3FaultTests {

	private static final byte[] BYTES = "some bytes".getBytes(StandardCharsets.UTF_8);

	private static final Fault SLOW_DOWN = Fault.error(503, "SlowDown");

	private static final Fault BROKEN = Fault.error(500, "InternalError");

	private final String prefix = UUID.randomUUID() + "/";

	private final FaultyLine line = new FaultyLine(S3Server.shared().endpoint());

	private final S3Objects objects = S3Server.access(this.line.endpoint()).objects(S3Server.BUCKET, this.prefix);

	private final BlobStore blobs = new S3BlobStore(this.objects);

	@AfterEach
	void close() {
		this.line.close();
	}

	@Test
	void serverThatIsBusyOrStumblesIsAskedAgain() throws IOException {
		this.line.next(SLOW_DOWN, BROKEN);
		String sha256 = this.blobs.put(BYTES).sha256();
		this.line.next(BROKEN);
		assertThat(read(sha256)).isEqualTo(BYTES);
	}

	@Test
	void errorThatStaysIsAnOutageAndNoMissingBlob() {
		String sha256 = this.blobs.put(BYTES).sha256();
		this.line.always(BROKEN);
		assertOutage(() -> this.blobs.exists(sha256));
		assertOutage(() -> this.blobs.open(sha256));
		assertOutage(() -> this.blobs.put(BYTES));
		this.line.always(Fault.error(403, "AccessDenied"));
		assertOutage(() -> this.blobs.exists(sha256));
		assertOutage(() -> this.blobs.open(sha256));
		assertOutage(() -> this.blobs.sweep(everything(), (asked) -> false));
		this.line.always(Fault.error(404, "NoSuchBucket"));
		assertOutage(() -> this.blobs.exists(sha256));
		assertOutage(() -> this.blobs.open(sha256));
		assertOutage(() -> this.blobs.put(BYTES));
	}

	@Test
	void serverThatSaysNothingIsAnOutageWithinTheTimeThatIsSet() {
		this.line.always(Fault.silence());
		assertOutage(() -> this.blobs.exists(Digests.sha256(BYTES)));
		assertThat(this.line.asked()).as("tries, beside the one at the start").isBetween(2, 6);
	}

	@Test
	void answerThatIsCutIsReadOnWhereItBroke() throws IOException {
		byte[] large = large(3 << 20);
		String sha256 = this.blobs.put(large).sha256();
		this.line.next(Fault.cutAfter(1 << 20), Fault.cutAfter(0), Fault.cutAfter(100_000));
		assertThat(read(sha256)).isEqualTo(large);
	}

	@Test
	void answerThatIsCutAgainAndAgainIsAnOutageAndNoDamage() {
		byte[] large = large(3 << 20);
		String sha256 = this.blobs.put(large).sha256();
		this.line.always(Fault.cutAfter(1000));
		assertOutage(() -> read(sha256));
		this.line.always(Fault.NONE);
		String small = this.blobs.put(BYTES).sha256();
		this.line.always(Fault.cutAfter(0));
		assertOutage(() -> this.blobs.open(small));
	}

	@Test
	void serverThatIsKilledComesBackWithWhatItHad() throws IOException {
		byte[] large = large(20 << 20);
		String sha256 = this.blobs.put(large).sha256();
		S3Server.shared().kill();
		try {
			BlobStore direct = new S3BlobStore(
					S3Server.access(S3Server.shared().endpoint()).objects(S3Server.BUCKET, this.prefix));
			assertOutage(() -> direct.open(sha256));
			assertOutage(() -> direct.put(BYTES));
		}
		finally {
			S3Server.shared().start();
		}
		assertThat(read(sha256)).isEqualTo(large);
		assertThat(read(this.blobs.put(BYTES).sha256())).isEqualTo(BYTES);
	}

	@Test
	void nothingStaysOfBytesThatCouldNotBeRead() {
		byte[] large = large(10 << 20);
		InputStream broken = new InputStream() {

			private int place;

			@Override
			public int read() throws IOException {
				if (this.place == large.length - 1) {
					throw new IOException("the disk is broken");
				}
				return large[this.place++] & 0xFF;
			}

		};
		assertOutage(() -> this.blobs.put(broken, large.length, Digests.sha256(large)));
		assertThat(this.blobs.exists(Digests.sha256(large))).isFalse();
		assertThat(this.objects.abandon(Instant.now().plusSeconds(60))).isZero();
	}

	@Test
	void bytesThatAreOthersThanWasSaidAreNotStored() {
		byte[] large = large(9 << 20);
		for (byte[] bytes : new byte[][] { BYTES, large }) {
			String other = Digests.sha256("other bytes".getBytes(StandardCharsets.UTF_8));
			assertOutage(() -> this.blobs.put(new ByteArrayInputStream(bytes), bytes.length, other));
			assertThat(this.blobs.exists(other)).isFalse();
		}
	}

	@Test
	void sweepEndsUploadsThatNobodyEnded() {
		byte[] large = large(9 << 20);
		// two copies that are not there to copy, the beginning, and the first part
		this.line.next(Fault.NONE, Fault.NONE, Fault.NONE, Fault.NONE).always(BROKEN);
		assertOutage(() -> this.blobs.put(large));
		this.line.always(Fault.NONE);
		assertThat(this.blobs.sweep(everything(), (asked) -> false)).isEqualTo(BlobSweep.done(0, 0, 0, 1));
		assertThat(this.objects.abandon(Instant.now().plusSeconds(60))).isZero();
	}

	@Test
	void sweepBringsBackWhatADeadRemoverLeftInTheTrash() {
		String sha256 = Digests.sha256(BYTES);
		this.objects.put("trash/" + sha256 + ".1", BYTES);
		this.blobs.sweep(new BlobSweepRules(Instant.EPOCH, Instant.EPOCH, 1, 0), sha256::equals);
		assertThat(this.blobs.exists(sha256)).isTrue();
		assertThat(this.objects.any("trash/")).isFalse();
	}

	@Test
	void sweepLeavesWhatIsNotOursInTheTrash() {
		this.objects.put("trash/readme", BYTES);
		this.objects.put("trash/none.of.ours", BYTES);
		assertThat(this.blobs.sweep(everything(), (asked) -> false)).isEqualTo(BlobSweep.done(0, 0, 0, 0));
		assertThat(this.objects.any("trash/readme")).isTrue();
	}

	@Test
	void listsOfMoreThanAPageAreReadToTheEnd() {
		S3Objects paged = S3Server.access(this.line.endpoint()).objects(S3Server.BUCKET, this.prefix, 3);
		List<String> keys = IntStream.range(0, 8).mapToObj((number) -> "many/" + number).toList();
		keys.forEach((key) -> paged.put(key, new byte[0]));
		List<String> seen = new ArrayList<>();
		paged.each("many/", (entry) -> seen.add(entry.key()));
		assertThat(seen).containsExactlyElementsOf(keys);
	}

	@Test
	void wrongKeyIsToldAtTheStart() {
		this.line.always(Fault.error(403, "InvalidAccessKeyId"));
		assertThatExceptionOfType(S3Refused.class).isThrownBy(() -> new S3BlobStore(this.objects))
			.withMessageContaining("InvalidAccessKeyId")
			.withMessageContaining("EXOSCOUT_S3_ACCESSKEY")
			.withMessageNotContaining("tests-secret");
	}

	@Test
	void missingBucketIsToldAtTheStart() {
		S3Objects nowhere = S3Server.access(S3Server.shared().endpoint()).objects("no-such-bucket", "");
		assertThatExceptionOfType(S3Refused.class).isThrownBy(() -> new S3BlobStore(nowhere))
			.withMessageContaining("make the bucket 'no-such-bucket'");
		assertOutage(() -> nowhere.length("anything"));
	}

	@Test
	void serverThatIsAwayAtTheStartIsWaitedFor() {
		S3Objects away = S3Server.access("http://127.0.0.1:" + FreePort.find()).objects(S3Server.BUCKET, "");
		BlobStore store = new S3BlobStore(away);
		assertOutage(() -> store.exists(Digests.sha256(BYTES)));
	}

	private static void assertOutage(ThrowingCallable action) {
		assertProblem(ProblemKind.UNAVAILABLE, "storage_unavailable", action);
	}

	private static BlobSweepRules everything() {
		return new BlobSweepRules(Instant.now().plusSeconds(60), Instant.EPOCH, 1, 0);
	}

	private static byte[] large(int length) {
		byte[] bytes = new byte[length];
		new Random(3).nextBytes(bytes);
		return bytes;
	}

	private byte[] read(String sha256) throws IOException {
		try (InputStream in = this.blobs.open(sha256)) {
			return in.readAllBytes();
		}
	}

}
