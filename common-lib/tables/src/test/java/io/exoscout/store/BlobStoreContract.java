package io.exoscout.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import io.exoscout.problem.ProblemKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.exoscout.dataset.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every blob store has to do; each adapter runs it. */
public abstract class BlobStoreContract {

	private static final byte[] BYTES = "some bytes".getBytes(StandardCharsets.UTF_8);

	private static final String UNKNOWN = "0".repeat(64);

	@TempDir
	Path directory;

	private BlobStore blobs;

	/** A store that is empty at the start of each test. */
	protected abstract BlobStore store(Path directory) throws Exception;

	/** Lets stored blobs look as old as a sweep wants them; most need only the clock. */
	protected Instant later() {
		return Instant.now().plusSeconds(60);
	}

	@BeforeEach
	void start() throws Exception {
		this.blobs = store(this.directory.resolve("store"));
	}

	@Test
	void givesBackWhatWasStored() throws IOException {
		BlobRef ref = this.blobs.put(BYTES);
		assertThat(ref).isEqualTo(new BlobRef(Digests.sha256(BYTES), BYTES.length));
		assertThat(read(ref.sha256())).isEqualTo(BYTES);
		assertThat(this.blobs.exists(ref.sha256())).isTrue();
	}

	@Test
	void givesBackLargeFilesAndLeavesThemAlone() throws IOException {
		byte[] bytes = new byte[3 << 20];
		new Random(1).nextBytes(bytes);
		Path file = Files.write(this.directory.resolve("large"), bytes);
		BlobRef ref = this.blobs.put(file, Digests.sha256(bytes));
		assertThat(read(ref.sha256())).isEqualTo(bytes);
		assertThat(file).hasBinaryContent(bytes);
	}

	@Test
	void storesNothingAtAllToo() throws IOException {
		assertThat(read(this.blobs.put(new byte[0]).sha256())).isEmpty();
	}

	@Test
	void storingTwiceKeepsOne() throws IOException {
		assertThat(this.blobs.put(BYTES)).isEqualTo(this.blobs.put(BYTES));
		this.blobs.remove(Digests.sha256(BYTES), (sha256) -> false);
		assertThat(this.blobs.exists(Digests.sha256(BYTES))).isFalse();
	}

	@Test
	void unknownBlobsAreNotFound() {
		assertThat(this.blobs.exists(UNKNOWN)).isFalse();
		assertProblem(ProblemKind.NOT_FOUND, "blob_not_found", () -> this.blobs.open(UNKNOWN)).contains("000");
		this.blobs.remove(UNKNOWN, (sha256) -> false);
	}

	@Test
	void addressesAreNoPaths() throws IOException {
		Files.writeString(this.directory.resolve("secret"), "secret");
		assertThat(this.blobs.exists("../secret")).isFalse();
		assertProblem(ProblemKind.NOT_FOUND, "blob_not_found", () -> this.blobs.open("../secret"));
		this.blobs.remove("../secret", (sha256) -> false);
		assertThat(this.directory.resolve("secret")).exists();
	}

	@Test
	void removesWhatNobodyNeeds() {
		String sha256 = this.blobs.put(BYTES).sha256();
		this.blobs.remove(sha256, (asked) -> false);
		assertThat(this.blobs.exists(sha256)).isFalse();
	}

	@Test
	void keepsWhatSomebodyNeeds() throws IOException {
		String sha256 = this.blobs.put(BYTES).sha256();
		this.blobs.remove(sha256, sha256::equals);
		assertThat(read(sha256)).isEqualTo(BYTES);
	}

	@Test
	void neverHidesWhatSomebodyNeeds() {
		String sha256 = this.blobs.put(BYTES).sha256();
		this.blobs.remove(sha256, this.blobs::exists);
		assertThat(this.blobs.exists(sha256)).isTrue();
	}

	@Test
	void asksOnceMoreWhenTheBlobIsOutOfSight() {
		String sha256 = this.blobs.put(BYTES).sha256();
		List<Boolean> seen = new ArrayList<>();
		this.blobs.remove(sha256, (asked) -> {
			seen.add(this.blobs.exists(asked));
			return seen.size() == 2;
		});
		assertThat(seen).containsExactly(true, false);
		assertThat(this.blobs.exists(sha256)).isTrue();
	}

	@Test
	void whoStoresAgainDuringARemovalKeepsIt() throws IOException {
		String sha256 = this.blobs.put(BYTES).sha256();
		this.blobs.remove(sha256, (asked) -> {
			this.blobs.put(BYTES);
			return false;
		});
		assertThat(read(sha256)).isEqualTo(BYTES);
		AtomicBoolean needed = new AtomicBoolean();
		this.blobs.remove(sha256, (asked) -> {
			this.blobs.put(BYTES);
			return needed.getAndSet(true);
		});
		assertThat(read(sha256)).isEqualTo(BYTES);
	}

	@Test
	void keepsABlobWhenNobodyCanSayWhetherItIsNeeded() {
		String sha256 = this.blobs.put(BYTES).sha256();
		AtomicBoolean away = new AtomicBoolean();
		assertThatThrownBy(() -> this.blobs.remove(sha256, (asked) -> {
			if (away.getAndSet(true)) {
				throw new IllegalStateException("database down");
			}
			return false;
		})).isInstanceOf(IllegalStateException.class);
		assertThat(this.blobs.exists(sha256)).isTrue();
	}

	@Test
	void sweepsOldBlobsThatNobodyNeeds() {
		String needed = this.blobs.put(BYTES).sha256();
		String forgotten = this.blobs.put("forgotten".getBytes(StandardCharsets.UTF_8)).sha256();
		BlobSweep sweep = this.blobs.sweep(rules(later()), needed::equals);
		assertThat(sweep).isEqualTo(BlobSweep.done(2, 1, 1, 0));
		assertThat(this.blobs.exists(needed)).isTrue();
		assertThat(this.blobs.exists(forgotten)).isFalse();
	}

	@Test
	void sweepLeavesYoungBlobsAlone() {
		String young = this.blobs.put(BYTES).sha256();
		BlobSweep sweep = this.blobs.sweep(rules(Instant.now().minusSeconds(60)), (sha256) -> false);
		assertThat(sweep).isEqualTo(BlobSweep.done(1, 0, 0, 0));
		assertThat(this.blobs.exists(young)).isTrue();
	}

	@Test
	void manyStoringTheSameAtOnceStoreItOnce() throws Exception {
		byte[] bytes = new byte[700_000];
		new Random(2).nextBytes(bytes);
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<Callable<BlobRef>> puts = new ArrayList<>();
			for (int i = 0; i < 24; i++) {
				puts.add(() -> this.blobs.put(bytes));
			}
			for (Future<BlobRef> put : threads.invokeAll(puts)) {
				assertThat(read(put.get().sha256())).isEqualTo(bytes);
			}
		}
		finally {
			threads.shutdownNow();
		}
		this.blobs.remove(Digests.sha256(bytes), (sha256) -> false);
		assertThat(this.blobs.sweep(rules(later()), (sha256) -> false)).isEqualTo(BlobSweep.done(0, 0, 0, 0));
	}

	@Test
	void openingBringsBackWhatASweepSetAside() throws IOException {
		String sha256 = setAside(BYTES);
		assertThat(this.blobs.exists(sha256)).isFalse();
		assertThat(read(sha256)).isEqualTo(BYTES);
		assertThat(this.blobs.exists(sha256)).isTrue();
	}

	@Test
	void storingAgainBringsBackWhatASweepSetAside() throws IOException {
		String sha256 = setAside(BYTES);
		this.blobs.put(BYTES);
		assertThat(read(sha256)).isEqualTo(BYTES);
		this.blobs.remove(sha256, (asked) -> false);
		assertThat(this.blobs.sweep(purging(), (asked) -> false).purged()).isZero();
	}

	@Test
	void nextSweepBringsBackWhatIsNeededAfterAll() throws IOException {
		String sha256 = setAside(BYTES);
		this.blobs.sweep(purging(), sha256::equals);
		assertThat(this.blobs.exists(sha256)).isTrue();
		assertThat(read(sha256)).isEqualTo(BYTES);
	}

	@Test
	void whatWasStoredAgainDuringASweepIsKeptOnce() {
		String sha256 = this.blobs.put(BYTES).sha256();
		this.blobs.setAside(sha256, (asked) -> {
			this.blobs.put(BYTES);
			return false;
		});
		assertThat(this.blobs.exists(sha256)).isTrue();
		this.blobs.sweep(rules(Instant.EPOCH), sha256::equals);
		this.blobs.remove(sha256, (asked) -> false);
		assertThat(this.blobs.sweep(purging(), (asked) -> false).purged()).isZero();
	}

	@Test
	void whatWasSetAsideLongAgoIsGoneForGood() {
		String sha256 = setAside(BYTES);
		assertThat(this.blobs.sweep(rules(later()), (asked) -> false).purged()).isZero();
		assertThat(this.blobs.sweep(purging(), (asked) -> false).purged()).isEqualTo(1);
		assertProblem(ProblemKind.NOT_FOUND, "blob_not_found", () -> this.blobs.open(sha256));
	}

	@Test
	void whatAUserRemovesIsGoneAtOnce() {
		String sha256 = this.blobs.put(BYTES).sha256();
		this.blobs.remove(sha256, (asked) -> false);
		assertProblem(ProblemKind.NOT_FOUND, "blob_not_found", () -> this.blobs.open(sha256));
		setAside(BYTES);
		this.blobs.remove(sha256, (asked) -> false);
		assertProblem(ProblemKind.NOT_FOUND, "blob_not_found", () -> this.blobs.open(sha256));
	}

	@Test
	void sweepThatWouldTakeTooMuchTakesNothing() {
		List<String> stored = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			stored.add(this.blobs.put(("blob " + i).getBytes(StandardCharsets.UTF_8)).sha256());
		}
		BlobSweepRules rules = new BlobSweepRules(later(), Instant.EPOCH, 0.2, 2);
		assertThat(this.blobs.sweep(rules, (sha256) -> stored.indexOf(sha256) >= 3))
			.isEqualTo(BlobSweep.stopped(10, 3));
		assertThat(stored).allMatch(this.blobs::exists);
		assertThat(this.blobs.sweep(rules, (sha256) -> stored.indexOf(sha256) >= 2))
			.isEqualTo(BlobSweep.done(10, 2, 2, 0));
	}

	private String setAside(byte[] bytes) {
		String sha256 = this.blobs.put(bytes).sha256();
		assertThat(this.blobs.sweep(rules(later()), (asked) -> false).setAside()).isEqualTo(1);
		return sha256;
	}

	private static BlobSweepRules rules(Instant before) {
		return new BlobSweepRules(before, Instant.EPOCH, 1, 0);
	}

	private BlobSweepRules purging() {
		return new BlobSweepRules(Instant.EPOCH, later(), 1, 0);
	}

	private byte[] read(String sha256) throws IOException {
		try (InputStream in = this.blobs.open(sha256)) {
			return in.readAllBytes();
		}
	}

}
