package io.exoscout.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.exoscout.dataset.Digests;

/** What lies on disk after a run. */
final class Bytes {

	private final Path blobs;

	private final Path homes;

	Bytes(Path blobs, Path homes) {
		this.blobs = blobs;
		this.homes = homes;
	}

	/** The names of all blobs, and of whatever else lies there. */
	Set<String> names() {
		Set<String> names = new TreeSet<>();
		files(this.blobs).forEach((file) -> names.add(name(file)));
		return names;
	}

	/** Blobs that are not what their names say. */
	List<String> damaged() {
		return files(this.blobs).filter((file) -> !Digests.sha256(read(file)).equals(name(file)))
			.map((file) -> "Damaged: " + name(file))
			.toList();
	}

	/**
	 * What processes that were killed left of uploads and drafts. The next start removes
	 * what is older than an hour.
	 */
	long drafts() {
		return Stream.of("spool", "uploads")
			.flatMap((name) -> files(this.homes).filter((file) -> file.getParent().endsWith(name)))
			.count();
	}

	private String name(Path file) {
		return this.blobs.relativize(file).toString().replace("/", "");
	}

	private static Stream<Path> files(Path directory) {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter(Files::isRegularFile).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] read(Path file) {
		try {
			return Files.readAllBytes(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
