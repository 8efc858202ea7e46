package io.exoscout.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class DamagedDirectoryTests extends DamagedBlobContract {

	@Override
	protected BlobStore store(Path directory) {
		return new DirectoryBlobStore(directory);
	}

	@Override
	protected void damage(String sha256, byte[] bytes) throws IOException {
		Files.write(this.directory.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2)), bytes);
	}

}
