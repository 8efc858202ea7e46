package io.exoscout.disk;

import java.nio.file.Path;

/**
 * A directory that is written to.
 *
 * @param path where; on whichever disk that is
 */
public record DiskDirectory(Path path) {

	/** Bytes that may still be written to its disk. */
	long free() {
		// not of its FileStore, for which the system's mounts are read each time
		long free = this.path.toFile().getUsableSpace();
		// of a directory that is gone others will tell
		return (free > 0 || this.path.toFile().exists()) ? free : Long.MAX_VALUE;
	}

}
