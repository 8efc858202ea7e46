package io.exoscout.s3;

import java.nio.file.Path;
import java.util.UUID;

import io.exoscout.store.BlobStore;
import io.exoscout.store.DamagedBlobContract;

class DamagedS3Tests extends DamagedBlobContract {

	private final S3Objects objects = S3Server.shared().objects(UUID.randomUUID() + "/");

	@Override
	protected BlobStore store(Path directory) {
		return new S3BlobStore(this.objects);
	}

	@Override
	protected void damage(String sha256, byte[] bytes) {
		this.objects.put(S3BlobStore.BLOBS + sha256, bytes);
	}

}
