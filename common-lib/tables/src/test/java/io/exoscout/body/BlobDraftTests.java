package io.exoscout.body;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import io.exoscout.store.BlobRef;
import io.exoscout.store.BlobStore;
import io.exoscout.store.Digests;
import io.exoscout.store.DirectoryBlobStore;

import static org.assertj.core.api.Assertions.assertThat;

class BlobDraftTests {

	private static final byte[] BYTES = "rank,object\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);

	@TempDir
	Path directory;

	private BlobStore blobs;

	private Path spool;

	@BeforeEach
	void open() {
		this.blobs = new DirectoryBlobStore(this.directory.resolve("blobs"));
		this.spool = this.directory.resolve("spool");
	}

	@Test
	void keepsWhatWasWritten() throws IOException {
		try (BlobDraft draft = new Spool(this.spool).draft()) {
			draft.out().write(BYTES);
			BlobRef ref = draft.keep(this.blobs);
			assertThat(ref).isEqualTo(new BlobRef(Digests.sha256(BYTES), BYTES.length));
			assertThat(this.blobs.open(ref.sha256())).hasBinaryContent(BYTES);
		}
		assertThat(this.spool).isEmptyDirectory();
	}

	@Test
	void keepsItAgainWhenSomebodyRemovedIt() throws IOException {
		try (BlobDraft draft = new Spool(this.spool).draft()) {
			draft.out().write(BYTES);
			BlobRef ref = draft.keep(this.blobs);
			this.blobs.remove(ref.sha256(), (sha256) -> false);
			assertThat(draft.keep(this.blobs)).isEqualTo(ref);
			assertThat(this.blobs.exists(ref.sha256())).isTrue();
		}
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void hasNoNameThatACrashCouldLeaveBehind() throws IOException {
		try (BlobDraft draft = new Spool(this.spool).draft()) {
			draft.out().write(BYTES);
			draft.out().flush();
			assertThat(this.spool).isEmptyDirectory();
		}
	}

	@Test
	void leavesNothingBehindWhenItIsGivenUp() throws IOException {
		try (BlobDraft draft = new Spool(this.spool).draft()) {
			draft.out().write(BYTES);
		}
		assertThat(this.spool).isEmptyDirectory();
	}

}
