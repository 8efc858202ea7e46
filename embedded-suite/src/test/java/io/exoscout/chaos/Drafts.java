package io.exoscout.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What processes that were killed left of uploads and of what they were writing. */
final class Drafts {

	private Drafts() {
	}

	/** How many there are. The next start removes what is older than an hour. */
	static long in(Path homes) {
		return Stream.of("spool", "uploads")
			.flatMap((name) -> files(homes).filter((file) -> file.getParent().endsWith(name)))
			.count();
	}

	static Stream<Path> files(Path directory) {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter(Files::isRegularFile).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
