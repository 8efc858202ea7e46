package io.exoscout.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The identity of a directory of blobs, in the file {@code .identity} of it. */
public final class DirectoryBlobMark implements BlobMark {

	/** As long as any identity may be; the file may hold anything. */
	private static final int LONGEST = 200;

	private final Path root;

	private final Path file;

	public DirectoryBlobMark(Path root) {
		this.root = root;
		this.file = root.resolve(".identity");
	}

	@Override
	public Optional<String> identity() {
		try (InputStream in = Files.newInputStream(this.file)) {
			String identity = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
			return identity.isEmpty() ? Optional.empty() : Optional.of(identity);
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

	@Override
	public void identify(String identity) {
		try {
			Path draft = Files.createTempFile(this.root.resolve("tmp"), "identity", "");
			Files.writeString(draft, identity + "\n");
			force(draft);
			Files.move(draft, this.file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

	private static void force(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			channel.force(true);
		}
	}

	@Override
	public boolean isEmpty() {
		try {
			for (Path directory : blobs()) {
				try (Stream<Path> files = Files.list(directory)) {
					if (files.findAny().isPresent()) {
						return false;
					}
				}
			}
			return true;
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

	@Override
	public long count() {
		try {
			long count = 0;
			for (Path directory : blobs()) {
				try (Stream<Path> files = Files.list(directory)) {
					count += files.count();
				}
			}
			return count;
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

	/** The directories that hold blobs, visible or set aside. */
	private List<Path> blobs() throws IOException {
		try (Stream<Path> entries = Files.list(this.root)) {
			return entries.filter(DirectoryBlobMark::holdsBlobs).filter(Files::isDirectory).toList();
		}
	}

	private static boolean holdsBlobs(Path entry) {
		String name = entry.getFileName().toString();
		return name.matches("[0-9a-f]{2}") || name.equals(DirectoryBlobStore.REMOVED);
	}

	@Override
	public void setAside(String name) {
		try {
			Path aside = Files.createDirectories(this.root.resolve("set-aside").resolve(name));
			for (Path directory : blobs()) {
				Files.move(directory, aside.resolve(directory.getFileName()));
			}
			Files.createDirectories(this.root.resolve(DirectoryBlobStore.REMOVED));
			if (Files.exists(this.file)) {
				Files.move(this.file, aside.resolve(this.file.getFileName()));
			}
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

	@Override
	public String place() {
		return this.root.toString();
	}

}
