package io.exoscout.home;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files and directories that only their owner may read and write, where the system knows
 * such a thing.
 */
public final class OwnerOnly {

	private static final Logger log = LoggerFactory.getLogger(OwnerOnly.class);

	private OwnerOnly() {
	}

	/**
	 * Makes a directory that only its owner may enter. One that is there already stays as
	 * it is: it may have been chosen badly, or opened on purpose.
	 */
	public static void make(Path directory) throws IOException {
		if (!Files.isDirectory(directory)) {
			Files.createDirectories(directory);
			close(directory, "rwx------");
		}
	}

	/** Makes a directory of our own, or takes it from everybody else. */
	public static Path directory(Path directory) throws IOException {
		Files.createDirectories(directory);
		close(directory, "rwx------");
		return directory;
	}

	/** Takes a file from everybody else. */
	public static void file(Path file) throws IOException {
		close(file, "rw-------");
	}

	private static void close(Path path, String permissions) throws IOException {
		if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			return;
		}
		try {
			Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
		}
		catch (FileSystemException ex) {
			log.debug("The permissions of {} stay as they are", path, ex);
		}
	}

}
