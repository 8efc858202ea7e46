package io.exoscout.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.exoscout.store.Digests;

/** Files in a directory; the path of each is its name. */
record FileBlobs(Path directory) implements StoredBlobs {

	@Override
	public Set<String> names() {
		Set<String> names = new TreeSet<>();
		files().forEach((file) -> names.add(name(file)));
		return names;
	}

	@Override
	public List<String> damaged() {
		return files().filter((file) -> !Digests.sha256(read(file)).equals(name(file))).map(this::name).toList();
	}

	private Stream<Path> files() {
		return Drafts.files(this.directory).filter((file) -> !file.endsWith(".identity"));
	}

	private String name(Path file) {
		return this.directory.relativize(file).toString().replace("/", "");
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
