package io.exoscout.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes an archive: a zip, so that every system can look into it. Holds the names of its
 * entries in memory, some hundred bytes for each blob, and nothing else.
 */
final class BackupWriter implements AutoCloseable {

	static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

	private static final FileAttribute<?>[] OWNER_ONLY = POSIX
			? new FileAttribute<?>[] {
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
			: new FileAttribute<?>[0];

	private final FileChannel channel;

	private final ZipOutputStream zip;

	private final Set<String> blobs = new HashSet<>();

	private long bytes;

	/** Begins an archive, which only its owner can read. */
	BackupWriter(Path file) throws IOException {
		this.channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
				OWNER_ONLY);
		this.zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(this.channel), 1 << 16));
		this.zip.setLevel(Deflater.BEST_SPEED);
	}

	boolean has(String sha256) {
		return this.blobs.contains(sha256);
	}

	void blob(String sha256, Path file) throws IOException {
		this.blobs.add(sha256);
		this.bytes += Files.size(file);
		entry(BackupArchive.BLOBS + sha256, file);
	}

	void documents(BackedUpCollection kept, Path file) throws IOException {
		entry(BackupArchive.documents(kept), file);
	}

	private void entry(String name, Path file) throws IOException {
		this.zip.putNextEntry(new ZipEntry(name));
		Files.copy(file, this.zip);
		this.zip.closeEntry();
	}

	BackupManifest.Blobs blobs() {
		return new BackupManifest.Blobs(this.blobs.size(), this.bytes);
	}

	/** The last entry; the archive is whole and on disk when this returns. */
	void finish(BackupManifest manifest) throws IOException {
		this.zip.putNextEntry(new ZipEntry(BackupArchive.MANIFEST));
		this.zip.write(manifest.json());
		this.zip.closeEntry();
		this.zip.finish();
		this.zip.flush();
		this.channel.force(true);
	}

	/** Lets go of the file, finished or not. */
	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
