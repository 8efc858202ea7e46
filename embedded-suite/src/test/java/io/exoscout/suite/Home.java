package io.exoscout.suite;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.awaitility.Awaitility.await;

/** A look into the data directory of a suite. */
final class Home {

	private Home() {
	}

	/** The file of stored bytes. */
	static Optional<Path> blob(RunningSuite suite, String sha256) {
		return files(suite.home().resolve("blobs")).stream()
			// the first characters of the digest are a directory
			.filter((file) -> file.toString().replace(File.separator, "").contains(sha256))
			.findFirst();
	}

	/** All that is stored, or on its way to be. */
	static Set<Path> bytes(RunningSuite suite) {
		return Stream.of("blobs", "spool", "uploads")
			.flatMap((name) -> files(suite.home().resolve(name)).stream())
			.collect(Collectors.toSet());
	}

	/**
	 * All that is stored once nothing is on its way any more: what an answered request
	 * spooled goes after it.
	 */
	static Set<Path> bytesAtRest(RunningSuite suite) {
		await()
			.until(() -> Stream.of("spool", "uploads").allMatch((name) -> files(suite.home().resolve(name)).isEmpty()));
		return bytes(suite);
	}

	/**
	 * Those of the files that are still there when they are looked at: one that goes is
	 * no fault.
	 */
	private static Set<Path> files(Path directory) {
		Set<Path> files = new HashSet<>();
		try {
			Files.walkFileTree(directory, new SimpleFileVisitor<>() {

				@Override
				public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
					files.add(file);
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFileFailed(Path file, IOException ex) throws IOException {
					if (ex instanceof NoSuchFileException) {
						return FileVisitResult.CONTINUE;
					}
					throw ex;
				}

			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return files;
	}

}
