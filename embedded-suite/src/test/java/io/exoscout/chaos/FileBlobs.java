package io.exoscout.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.exoscout.dataset.Digests;

/** Files in a directory; the path of each is its name. */
record FileBlobs(Path directory) implements Blobs {

	@Override
	public Set<String> names() {
		Set<String> names = new TreeSet<>();
		Drafts.files(this.directory).forEach((file) -> names.add(name(file)));
		return names;
	}

	@Override
	public List<String> damaged() {
		return Drafts.files(this.directory)
			.filter((file) -> !Digests.sha256(read(file)).equals(name(file)))
			.map(this::name)
			.toList();
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
