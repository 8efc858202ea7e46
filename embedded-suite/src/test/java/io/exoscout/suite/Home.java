package io.exoscout.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A look into the data directory of a suite. */
final class Home {

	private Home() {
	}

	/** The file of stored bytes. */
	static Optional<Path> blob(RunningSuite suite, String sha256) {
		return files(suite.home().resolve("blobs")).stream()
			.filter((file) -> file.getFileName().toString().contains(sha256))
			.findFirst();
	}

	/** All that is stored, or on its way to be. */
	static Set<Path> bytes(RunningSuite suite) {
		return Stream.of("blobs", "spool", "uploads")
			.flatMap((name) -> files(suite.home().resolve(name)).stream())
			.collect(Collectors.toSet());
	}

	private static Set<Path> files(Path directory) {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter(Files::isRegularFile).collect(Collectors.toSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
