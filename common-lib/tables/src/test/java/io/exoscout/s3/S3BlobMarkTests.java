package io.exoscout.s3;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.exoscout.store.BlobMark;
import io.exoscout.store.BlobStore;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class S3BlobMarkTests {

	private final S3Objects objects = S3Server.shared().objects(UUID.randomUUID() + "/");

	private final BlobStore blobs = new S3BlobStore(this.objects);

	private final BlobMark mark = new S3BlobMark(this.objects);

	@Test
	void identityIsWhatWasGivenLast() {
		assertThat(this.mark.identity()).isEmpty();
		this.mark.identify("one");
		this.mark.identify("another");
		assertThat(this.mark.identity()).contains("another");
		assertThat(this.mark.isEmpty()).isTrue();
	}

	@Test
	void beginningAnewLeavesNothingAndLosesNothing() {
		String sha256 = this.blobs.put("bytes".getBytes(StandardCharsets.UTF_8)).sha256();
		this.mark.identify("one");
		assertThat(this.mark.isEmpty()).isFalse();
		assertThat(this.mark.count()).isOne();
		this.mark.setAside("then");
		assertThat(this.mark.identity()).isEmpty();
		assertThat(this.mark.isEmpty()).isTrue();
		assertThat(this.blobs.exists(sha256)).isFalse();
		assertThat(this.objects.length("set-aside/then/blobs/" + sha256)).contains(5L);
	}

	@Test
	void saysWhereItIs() {
		assertThat(this.mark.place()).startsWith("s3://exoscout/").contains(" at http://127.0.0.1:");
	}

}
