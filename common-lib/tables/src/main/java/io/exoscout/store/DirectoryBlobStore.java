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
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Blobs as files {@code ab/cdef…} of a directory, which several processes may share.
 * Written under {@code tmp}, forced to disk and moved into place in one step; removed by
 * way of {@code trash}, from where a blob comes back if somebody needs it after all. What
 * a sweep sets aside lies in {@code removed} under its digest for a while, its time being
 * that of the sweep.
 */
public final class DirectoryBlobStore implements BlobStore {

	private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

	static final String REMOVED = "removed";

	private final Path root;

	private final Path unfinished;

	private final Path trash;

	private final Path removed;

	public DirectoryBlobStore(Path root) {
		this.root = root;
		this.unfinished = root.resolve("tmp");
		this.trash = root.resolve("trash");
		this.removed = root.resolve(REMOVED);
		try {
			Files.createDirectories(this.unfinished);
			Files.createDirectories(this.trash);
			Files.createDirectories(this.removed);
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

	@Override
	public BlobRef put(InputStream bytes, long length, String sha256) {
		try {
			return put(bytes, sha256);
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

	@Override
	public InputStream open(String sha256) {
		try {
			bringBack(sha256);
			return Files.newInputStream(place(sha256));
		}
		catch (NoSuchFileException ex) {
			throw BlobProblems.notFound(sha256);
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

	@Override
	public boolean exists(String sha256) {
		return Digests.isSha256(sha256) && Files.exists(place(sha256));
	}

	@Override
	public void remove(String sha256, Predicate<String> referenced) {
		unlessReferenced(sha256, referenced, (binned) -> {
			Files.deleteIfExists(this.removed.resolve(sha256));
			return Files.deleteIfExists(binned);
		});
	}

	@Override
	public void setAside(String sha256, Predicate<String> referenced) {
		unlessReferenced(sha256, referenced, this::setAside);
	}

	private void unlessReferenced(String sha256, Predicate<String> referenced, Disposal disposal) {
		if (!Digests.isSha256(sha256) || referenced.test(sha256)) {
			return;
		}
		try {
			bringBack(sha256);
			bin(sha256, referenced, disposal);
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

	@Override
	public BlobSweep sweep(BlobSweepRules rules, Predicate<String> referenced) {
		try {
			List<String> all = blobs();
			List<String> unneeded = all.stream()
				.filter((sha256) -> isOlder(place(sha256), rules.before()) && !referenced.test(sha256))
				.toList();
			if (rules.tooMany(unneeded.size(), all.size())) {
				return BlobSweep.stopped(all.size(), unneeded.size());
			}
			long purged = purge(rules, referenced);
			long setAside = 0;
			for (Path binned : files(this.trash)) {
				// one that is needed comes back at any age: its remover died
				boolean old = isOlder(binned, rules.before());
				setAside += settle(binned, sha256Of(binned), referenced, (file) -> old && setAside(file)) ? 1 : 0;
			}
			for (String sha256 : unneeded) {
				setAside += bin(sha256, referenced, this::setAside) ? 1 : 0;
			}
			return BlobSweep.done(all.size(), unneeded.size(), setAside, purged);
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

	/** Removes what was set aside long ago, and files that were never finished. */
	private long purge(BlobSweepRules rules, Predicate<String> referenced) throws IOException {
		long purged = 0;
		for (Path leftover : files(this.unfinished)) {
			purged += isOlder(leftover, rules.before()) && Files.deleteIfExists(leftover) ? 1 : 0;
		}
		for (Path aside : files(this.removed)) {
			String sha256 = aside.getFileName().toString();
			if (Digests.isSha256(sha256) && referenced.test(sha256)) {
				bringBack(sha256);
				// somebody may have stored the same bytes again meanwhile
				Files.deleteIfExists(aside);
			}
			else if (isOlder(aside, rules.purgeBefore())) {
				purged += Files.deleteIfExists(aside) ? 1 : 0;
			}
		}
		return purged;
	}

	/** Makes a blob visible again that a sweep set aside; others stay as they are. */
	private void bringBack(String sha256) throws IOException {
		Path place = place(sha256);
		Path aside = this.removed.resolve(sha256);
		if (Files.exists(place) || !Files.exists(aside)) {
			return;
		}
		// young again, so that the next sweep does not take it from whoever asks for it
		refresh(aside);
		restore(aside, sha256);
	}

	private boolean setAside(Path binned) throws IOException {
		// first its time: one that is set aside counts as that from now on
		refresh(binned);
		Files.move(binned, this.removed.resolve(sha256Of(binned)), StandardCopyOption.ATOMIC_MOVE);
		return true;
	}

	private BlobRef put(InputStream bytes, String sha256) throws IOException {
		Path place = place(sha256);
		bringBack(sha256);
		if (refresh(place)) {
			return new BlobRef(sha256, Files.size(place));
		}
		Path file = Files.createTempFile(this.unfinished, sha256, "");
		try {
			write(bytes, sha256, file);
			Path directory = Files.createDirectories(directory(sha256));
			Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
			forceDirectory(directory);
			forceDirectory(this.root);
			return new BlobRef(sha256, Files.size(place));
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

	/** Makes a blob young again, so that no sweep takes it from its new user. */
	private static boolean refresh(Path place) throws IOException {
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

	/** Puts a blob out of sight, asks, and takes it away or brings it back. */
	private boolean bin(String sha256, Predicate<String> referenced, Disposal disposal) throws IOException {
		Path binned = this.trash.resolve(sha256 + "." + UUID.randomUUID());
		try {
			Files.move(place(sha256), binned, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (NoSuchFileException ex) {
			return false;
		}
		return settle(binned, sha256, referenced, disposal);
	}

	private boolean settle(Path binned, String sha256, Predicate<String> referenced, Disposal disposal)
			throws IOException {
		try {
			if (!referenced.test(sha256)) {
				return end(binned, disposal);
			}
		}
		catch (RuntimeException ex) {
			// nobody could say; rather keep what is not needed
			restore(binned, sha256);
			throw ex;
		}
		restore(binned, sha256);
		return false;
	}

	private static boolean end(Path binned, Disposal disposal) throws IOException {
		try {
			return disposal.of(binned);
		}
		catch (NoSuchFileException ex) {
			return false; // another sweep did it
		}
	}

	private void restore(Path binned, String sha256) throws IOException {
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

	private Path place(String sha256) {
		if (!Digests.isSha256(sha256)) {
			throw BlobProblems.notFound(sha256);
		}
		return directory(sha256).resolve(sha256.substring(2));
	}

	private Path directory(String sha256) {
		return this.root.resolve(sha256.substring(0, 2));
	}

	private List<String> blobs() throws IOException {
		List<String> found = new ArrayList<>();
		for (Path directory : files(this.root)) {
			if (directory.getFileName().toString().length() == 2) {
				files(directory).forEach((blob) -> found.add("" + directory.getFileName() + blob.getFileName()));
			}
		}
		found.removeIf((name) -> !Digests.isSha256(name));
		return found;
	}

	private static String sha256Of(Path binned) {
		String name = binned.getFileName().toString();
		return name.substring(0, name.indexOf('.'));
	}

	private static List<Path> files(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.toList();
		}
	}

	private static boolean isOlder(Path file, Instant before) {
		return file.toFile().lastModified() < before.toEpochMilli();
	}

	private static void forceDirectory(Path directory) throws IOException {
		if (POSIX) {
			try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
				channel.force(true);
			}
		}
	}

	/** What becomes of a blob out of sight that nobody needs; whether it is gone. */
	private interface Disposal {

		boolean of(Path binned) throws IOException;

	}

}
