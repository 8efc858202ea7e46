package io.exoscout.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The identity of a data directory, in the file {@code identity}. Whoever has one had a
 * database, too.
 */
final class HomeIdentity {

	private final Path file;

	HomeIdentity(Path home) {
		this.file = home.resolve("identity");
	}

	Optional<String> read() throws IOException {
		try {
			return Optional.of(Files.readString(this.file, StandardCharsets.ISO_8859_1).strip())
				.filter((identity) -> !identity.isEmpty());
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
	}

	/** Writes it to disk, whole or not at all. */
	void write(String identity) throws IOException {
		Path draft = this.file.resolveSibling(this.file.getFileName() + ".new");
		Files.writeString(draft, identity + "\n", StandardCharsets.ISO_8859_1);
		try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
			channel.force(true);
		}
		Files.move(draft, this.file, StandardCopyOption.ATOMIC_MOVE);
	}

}
