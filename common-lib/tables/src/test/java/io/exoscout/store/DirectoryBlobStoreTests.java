package io.exoscout.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.exoscout.dataset.Problems;
import io.exoscout.problem.ProblemKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DirectoryBlobStoreTests extends BlobStoreContract {

	private static final byte[] BYTES = "bytes".getBytes(StandardCharsets.UTF_8);

	private final String sha256 = Digests.sha256(BYTES);

	@Override
	protected BlobStore store(Path directory) {
		return new DirectoryBlobStore(directory);
	}

	@Test
	void liesUnderItsDigest() {
		store(this.directory).put(BYTES);
		assertThat(this.directory.resolve(this.sha256.substring(0, 2)).resolve(this.sha256.substring(2)))
			.hasBinaryContent(BYTES);
	}

	@Test
	void asksForRoomForNewBytesAlone() {
		List<Long> asked = new ArrayList<>();
		BlobStore blobs = new DirectoryBlobStore(this.directory, asked::add);
		blobs.put(BYTES);
		blobs.put(BYTES);
		assertThat(asked).containsExactly((long) BYTES.length);
	}

	@Test
	void sweepBringsBackWhatADeadRemoverLeftInTheTrash() throws IOException {
		BlobStore blobs = store(this.directory);
		Files.write(this.directory.resolve("trash").resolve(this.sha256 + ".1"), BYTES);
		blobs.sweep(rules(Instant.EPOCH), this.sha256::equals);
		assertThat(blobs.exists(this.sha256)).isTrue();
	}

	@Test
	void sweepClearsAwayOldTrashAndUnfinishedFiles() throws IOException {
		BlobStore blobs = store(this.directory);
		Path trash = Files.write(this.directory.resolve("trash").resolve(this.sha256 + ".1"), BYTES);
		Path unfinished = Files.write(this.directory.resolve("tmp").resolve(this.sha256 + "123"), BYTES);
		assertThat(blobs.sweep(rules(Instant.EPOCH), (asked) -> false)).isEqualTo(BlobSweep.done(0, 0, 0, 0));
		assertThat(blobs.sweep(rules(later()), (asked) -> false)).isEqualTo(BlobSweep.done(0, 0, 1, 1));
		assertThat(trash).doesNotExist();
		assertThat(this.directory.resolve("removed").resolve(this.sha256)).hasBinaryContent(BYTES);
		assertThat(unfinished).doesNotExist();
	}

	private static BlobSweepRules rules(Instant before) {
		return new BlobSweepRules(before, Instant.EPOCH, 1, 0);
	}

	@Test
	void refusesBytesThatChangedAfterTheyWereHashed() throws IOException {
		BlobStore blobs = store(this.directory.resolve("store"));
		Path file = Files.writeString(this.directory.resolve("file"), "other bytes");
		Problems.assertProblem(ProblemKind.UNAVAILABLE, "storage_unavailable", () -> blobs.put(file, this.sha256));
		assertThat(blobs.exists(this.sha256)).isFalse();
	}

}
