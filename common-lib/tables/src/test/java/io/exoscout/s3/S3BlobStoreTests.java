package io.exoscout.s3;

import java.nio.file.Path;
import java.util.UUID;

import io.exoscout.store.BlobStore;
import io.exoscout.store.BlobStoreContract;

class S3BlobStoreTests extends BlobStoreContract {

	private final String prefix = UUID.randomUUID() + "/";

	@Override
	protected BlobStore store(Path directory) {
		return new S3BlobStore(S3Server.shared().objects(this.prefix));
	}

}
