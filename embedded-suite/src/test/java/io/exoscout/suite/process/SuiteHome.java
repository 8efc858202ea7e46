package io.exoscout.suite.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a suite keeps on disk. */
final class SuiteHome {

	private SuiteHome() {
	}

	/** The digests of all stored blobs. */
	static List<String> blobs(Path home) {
		return blobsBelow(home.resolve("blobs"));
	}

	/** The digests of all blobs of a store. */
	static List<String> blobsBelow(Path store) {
		return files(store).map((file) -> store.relativize(file).toString())
			.map((name) -> name.replace("/", ""))
			.filter((name) -> name.matches("[0-9a-f]{64}"))
			.sorted()
			.toList();
	}

	/**
	 * Parts of uploads: in the container's directory, in the spool, in the blob store.
	 */
	static List<Path> leftovers(Path home) {
		return Stream.of("uploads", "spool", "blobs/tmp", "blobs/trash")
			.flatMap((name) -> files(home.resolve(name)))
			.toList();
	}

	/** All files below a directory, which need not exist and may change meanwhile. */
	static Stream<Path> files(Path directory) {
		if (!Files.isDirectory(directory)) {
			return Stream.empty();
		}
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter(Files::isRegularFile).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
