package io.exoscout.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Where the files of blobs lie below a directory, and how they get there for good. */
final class BlobFiles {

	private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

	private final Path root;

	BlobFiles(Path root) {
		this.root = root;
	}

	/** Where a blob lies, if it is there. */
	Path place(String sha256) {
		if (!Digests.isSha256(sha256)) {
			throw BlobProblems.notFound(sha256);
		}
		return directory(sha256).resolve(sha256.substring(2));
	}

	private Path directory(String sha256) {
		return this.root.resolve(sha256.substring(0, 2));
	}

	/** The digests of all blobs. */
	List<String> blobs() throws IOException {
		List<String> found = new ArrayList<>();
		for (Path directory : in(this.root)) {
			if (directory.getFileName().toString().length() == 2) {
				in(directory).forEach((blob) -> found.add("" + directory.getFileName() + blob.getFileName()));
			}
		}
		found.removeIf((name) -> !Digests.isSha256(name));
		return found;
	}

	boolean exists(String sha256) {
		return Digests.isSha256(sha256) && Files.exists(place(sha256));
	}

	/**
	 * Stores a blob: forced to disk, and moved into place in one step.
	 * @param unfinished where it lies until then
	 */
	void store(InputStream bytes, String sha256, Path unfinished) throws IOException {
		Path file = Files.createTempFile(unfinished, sha256, "");
		try {
			write(bytes, sha256, file);
			Path directory = Files.createDirectories(directory(sha256));
			Files.move(file, place(sha256), StandardCopyOption.ATOMIC_MOVE);
			forceDirectory(directory);
			forceDirectory(this.root);
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

	private static void write(InputStream bytes, String sha256, Path file) throws IOException {
		DigestInputStream digested = new DigestInputStream(bytes, Digests.sha256());
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
				OutputStream out = Channels.newOutputStream(channel)) {
			digested.transferTo(out);
			channel.force(true);
			if (!HexFormat.of().formatHex(digested.getMessageDigest().digest()).equals(sha256)) {
				throw new IOException("the bytes to store changed after they were hashed");
			}
		}
	}

	/** Makes a blob young again, so that no sweep takes it from its new user. */
	static boolean refresh(Path place) throws IOException {
		if (!Files.exists(place)) {
			return false;
		}
		try {
			Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
			return true;
		}
		catch (NoSuchFileException ex) {
			return false; // removed in between
		}
	}

	/** Moves a blob back to its place. */
	void restore(Path binned, String sha256) throws IOException {
		try {
			Files.createDirectories(directory(sha256));
			Files.move(binned, place(sha256), StandardCopyOption.ATOMIC_MOVE);
		}
		catch (NoSuchFileException ex) {
			if (!exists(sha256)) {
				throw ex;
			}
			// another sweep brought it back
		}
	}

	/** What lies in a directory. */
	static List<Path> in(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.toList();
		}
	}

	private static void forceDirectory(Path directory) throws IOException {
		if (POSIX) {
			try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
				channel.force(true);
			}
		}
	}

}
