package io.exoscout.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import com.mongodb.client.model.Filters;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Brings the bytes that documents name into the archive. Bytes that are gone are mostly
 * those of a document that was deleted meanwhile; so the document is looked at again.
 */
final class BlobCollector {

	/**
	 * Blobs are out of sight for a moment while somebody asks whether they are needed.
	 */
	private static final int LOOKS = 10;

	private static final Duration PAUSE = Duration.ofMillis(200);

	/** Enough to see what is wrong, without a pause for each of thousands. */
	private static final int MOST_TOLD = 10;

	private final BackupStores source;

	private final BackupWriter archive;

	private final Path draft;

	private final List<String> missing = new ArrayList<>();

	/**
	 * A collector.
	 * @param source where the bytes are
	 * @param archive where they go
	 * @param draft a file to lay them down in: an entry of the archive can not be taken
	 * back
	 */
	BlobCollector(BackupStores source, BackupWriter archive, Path draft) {
		this.source = source;
		this.archive = archive;
		this.draft = draft;
	}

	/**
	 * Collects what a document names.
	 * @param kept its collection
	 * @param document as it was read
	 * @return the document, all of whose bytes are in the archive: as it was read, or as
	 * it is now if it has changed since; empty if it is there no longer
	 */
	Optional<Document> collect(BackedUpCollection kept, Document document) throws IOException {
		Document current = document;
		String absent = firstAbsent(kept, current);
		for (int look = 1; absent != null && look < LOOKS; look++) {
			LockSupport.parkNanos(PAUSE.toNanos());
			current = this.source.documents(kept).find(Filters.eq("_id", document.get("_id"))).first();
			if (current == null) {
				return Optional.empty();
			}
			absent = firstAbsent(kept, current);
		}
		if (absent != null) {
			note("%s of %s names %s, which the store does not have".formatted(document.get("_id"), kept.collection(),
					absent));
		}
		return Optional.of(current);
	}

	/** Whether all that a document names is in the archive now. */
	boolean hasAll(BackedUpCollection kept, Document document) throws IOException {
		return firstAbsent(kept, document) == null;
	}

	/** Adds blobs to the archive up to the first that is not there. */
	private @Nullable String firstAbsent(BackedUpCollection kept, Document document) throws IOException {
		for (String sha256 : kept.blobs(document)) {
			if (!this.archive.has(sha256) && !add(sha256)) {
				return sha256;
			}
		}
		return null;
	}

	private boolean add(String sha256) throws IOException {
		try (InputStream in = this.source.blobs().open(sha256)) {
			Files.copy(in, this.draft, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (ProblemException ex) {
			if (ex.kind() == ProblemKind.NOT_FOUND) {
				return false;
			}
			if (ex.code() == ErrorCode.STORED_BYTES_DAMAGED) {
				note("the bytes stored under %s are damaged".formatted(sha256));
				return true;
			}
			throw ex;
		}
		catch (IOException ex) {
			// removed while it was read
			if (!this.source.blobs().exists(sha256)) {
				return false;
			}
			throw ex;
		}
		this.archive.blob(sha256, this.draft);
		return true;
	}

	private void note(String missing) {
		this.missing.add(missing);
		if (this.missing.size() == MOST_TOLD) {
			requireNoneMissing();
		}
	}

	void requireNoneMissing() {
		if (!this.missing.isEmpty()) {
			throw new BackupFailed(String.join("; ", this.missing));
		}
	}

}
