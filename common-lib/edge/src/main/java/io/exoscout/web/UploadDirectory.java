package io.exoscout.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Where the container puts uploads while they are read. */
final class UploadDirectory {

	/** No upload takes that long; what is older was left behind by a crash. */
	private static final Duration LEFT_BEHIND = Duration.ofDays(1);

	private UploadDirectory() {
	}

	/**
	 * Makes the directory if it is missing, and clears what earlier crashes left in it.
	 */
	static Path prepare(Path directory) {
		Path absolute = directory.toAbsolutePath().normalize();
		try {
			Files.createDirectories(absolute);
			long oldest = Instant.now().minus(LEFT_BEHIND).toEpochMilli();
			try (DirectoryStream<Path> files = Files.newDirectoryStream(absolute, "upload_*.tmp")) {
				for (Path file : files) {
					// 0 if somebody who shares the directory has just removed it
					if (file.toFile().lastModified() < oldest) {
						Files.deleteIfExists(file);
					}
				}
			}
		}
		catch (IOException exception) {
			throw new UncheckedIOException("exoscout.upload.directory can not be used: " + absolute, exception);
		}
		return absolute;
	}

}
