package io.exoscout.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;

import io.exoscout.store.Digests;
import org.bson.Document;

/**
 * Reads an archive from end to end before anything of it is believed: every byte against
 * its digest, every count against the manifest, every document for the bytes it names.
 */
final class BackupCheck {

	private final BackupArchive archive;

	private final Set<String> blobs;

	private BackupCheck(BackupArchive archive) {
		this.archive = archive;
		this.blobs = new HashSet<>(archive.blobs());
	}

	/**
	 * Makes sure that an archive is whole.
	 * @param archive the archive
	 * @throws BackupFailed if it is not
	 */
	static void check(BackupArchive archive) throws IOException {
		BackupCheck check = new BackupCheck(archive);
		try {
			check.documents();
			check.blobs();
		}
		catch (ZipException | EOFException ex) {
			throw new BackupFailed("it is damaged: " + ex.getMessage(), ex);
		}
	}

	private void documents() throws IOException {
		for (BackedUpCollection kept : BackedUpCollection.values()) {
			MessageDigest digest = Digests.sha256();
			// of the others there may be millions, and their digest and number vouch for
			// them
			Set<Object> ids = BackedUpCollection.PLAIN.contains(kept) ? new HashSet<>() : Set.of();
			long count = 0;
			BackupManifest.Lines stated = this.archive.manifest().lines(kept);
			try (DocumentReader reader = new DocumentReader(new DigestInputStream(this.archive.lines(kept), digest),
					BackupArchive.documents(kept))) {
				for (Document next = reader.next(); next != null && count <= stated.count(); next = reader.next()) {
					if (BackedUpCollection.PLAIN.contains(kept) && !ids.add(next.get("_id"))) {
						throw new BackupFailed(
								"%s has %s twice".formatted(BackupArchive.documents(kept), next.get("_id")));
					}
					requireBytes(kept, next);
					count++;
				}
			}
			if (count != stated.count() || !hex(digest).equals(stated.sha256())) {
				throw new BackupFailed("%s holds others than the %d documents that the manifest states"
					.formatted(BackupArchive.documents(kept), stated.count()));
			}
		}
	}

	private void requireBytes(BackedUpCollection kept, Document document) {
		Object id = document.get("_id");
		for (String sha256 : kept.blobs(document)) {
			if (!this.blobs.contains(sha256)) {
				throw new BackupFailed("%s of %s names bytes that are not there: %s".formatted(id,
						BackupArchive.documents(kept), sha256));
			}
		}
	}

	private void blobs() throws IOException {
		BackupManifest.Blobs stated = this.archive.manifest().blobs();
		if (this.blobs.size() != stated.count()) {
			throw new BackupFailed(
					"it has %d blobs, but its manifest says %d".formatted(this.blobs.size(), stated.count()));
		}
		long left = stated.bytes();
		for (String sha256 : List.copyOf(this.blobs)) {
			left -= blob(sha256, left);
		}
		if (left != 0) {
			throw new BackupFailed("its blobs are %,d bytes shorter than its manifest says".formatted(left));
		}
	}

	/**
	 * Stops early when there is more than stated: a small entry can unpack to anything.
	 */
	private long blob(String sha256, long most) throws IOException {
		MessageDigest digest = Digests.sha256();
		byte[] buffer = new byte[1 << 16];
		long bytes = 0;
		try (InputStream in = this.archive.blob(sha256)) {
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				digest.update(buffer, 0, read);
				bytes += read;
				if (bytes > most) {
					throw new BackupFailed("its blobs are longer than its manifest says, from %s on".formatted(sha256));
				}
			}
		}
		if (!hex(digest).equals(sha256)) {
			throw new BackupFailed("the bytes of blob %s are others than its name says".formatted(sha256));
		}
		return bytes;
	}

	private static String hex(MessageDigest digest) {
		return HexFormat.of().formatHex(digest.digest());
	}

}
