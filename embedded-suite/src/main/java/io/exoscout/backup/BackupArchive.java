package io.exoscout.backup;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import io.exoscout.problem.Quoted;

/**
 * Reads an archive. Entries are only ever looked up, never unpacked under their names.
 */
final class BackupArchive implements Closeable {

	static final String MANIFEST = "manifest.json";

	static final String BLOBS = "blobs/";

	private static final Pattern BLOB = Pattern.compile(BLOBS + "[0-9a-f]{64}");

	private static final int LARGEST_MANIFEST = 1 << 20;

	private final ZipFile zip;

	private final BackupManifest manifest;

	private BackupArchive(ZipFile zip) throws IOException {
		this.zip = zip;
		requireKnownEntries();
		try (InputStream in = open(MANIFEST)) {
			this.manifest = BackupManifest.read(in.readNBytes(LARGEST_MANIFEST));
		}
	}

	/**
	 * Opens an archive for reading.
	 * @param file where it is
	 * @return an archive with a readable manifest and nothing foreign in it
	 * @throws BackupFailed if it is something else
	 */
	static BackupArchive open(Path file) throws IOException {
		if (!Files.isReadable(file)) {
			throw new BackupFailed("there is no such file, or it can not be read");
		}
		ZipFile zip = zip(file);
		try {
			return new BackupArchive(zip);
		}
		catch (IOException | RuntimeException ex) {
			zip.close();
			throw ex;
		}
	}

	private static ZipFile zip(Path file) throws IOException {
		try {
			return new ZipFile(file.toFile());
		}
		catch (ZipException ex) {
			throw new BackupFailed("it is cut off, or no backup at all", ex);
		}
	}

	static String documents(BackedUpCollection kept) {
		return "documents/" + kept.collection() + ".jsonl";
	}

	private void requireKnownEntries() {
		Set<String> names = new HashSet<>();
		List<String> documents = Arrays.stream(BackedUpCollection.values()).map(BackupArchive::documents).toList();
		this.zip.stream().map(ZipEntry::getName).forEach((name) -> {
			boolean known = name.equals(MANIFEST) || documents.contains(name) || BLOB.matcher(name).matches();
			if (!known || !names.add(name)) {
				throw new BackupFailed(
						"'%s' has no place in a backup, or is in it twice".formatted(Quoted.shortened(name)));
			}
		});
	}

	BackupManifest manifest() {
		return this.manifest;
	}

	/** The digests of all blobs. */
	List<String> blobs() {
		return this.zip.stream()
			.map(ZipEntry::getName)
			.filter((name) -> name.startsWith(BLOBS))
			.map((name) -> name.substring(BLOBS.length()))
			.toList();
	}

	InputStream blob(String sha256) throws IOException {
		return open(BLOBS + sha256);
	}

	/** How long a blob is, unpacked. */
	long length(String sha256) {
		return entry(BLOBS + sha256).getSize();
	}

	InputStream lines(BackedUpCollection kept) throws IOException {
		return this.manifest.has(kept) ? open(documents(kept)) : InputStream.nullInputStream();
	}

	DocumentReader documentsOf(BackedUpCollection kept) throws IOException {
		return new DocumentReader(lines(kept), documents(kept));
	}

	private InputStream open(String name) throws IOException {
		return this.zip.getInputStream(entry(name));
	}

	private ZipEntry entry(String name) {
		ZipEntry entry = this.zip.getEntry(name);
		if (entry == null) {
			throw new BackupFailed("it has no " + name);
		}
		return entry;
	}

	@Override
	public void close() throws IOException {
		this.zip.close();
	}

}
