package io.exoscout.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import com.mongodb.MongoException;
import io.exoscout.problem.ProblemException;
import org.bson.Document;

import org.springframework.dao.DataAccessException;

/**
 * Brings back what {@link Backup} wrote. The whole archive is checked before anything is
 * written; then come the blobs, then the documents that name them, and last the jobs that
 * somebody may begin to work on at once.
 */
public final class Restore {

	private static final int DOCUMENTS_PER_INSERT = 50;

	private final BackupArchive archive;

	private final BackupStores target;

	private long interrupted;

	private Restore(BackupArchive archive, BackupStores target) {
		this.archive = archive;
		this.target = target;
	}

	/**
	 * What came back.
	 *
	 * @param manifest what the archive says about itself
	 * @param interrupted how many jobs were being worked on at the time of the backup,
	 * and wait again
	 */
	public record Restored(BackupManifest manifest, long interrupted) {
	}

	/**
	 * Restores a backup.
	 * @param file the archive
	 * @param target where to; must hold nothing of what is restored
	 * @param indexes makes the indexes of the target, while that is quick because there
	 * are no documents
	 * @return what came back
	 * @throws BackupFailed if the target is not empty, or the file is no whole backup, in
	 * both of which cases nothing was written; or if the target is out of reach
	 */
	public static Restored read(Path file, BackupStores target, Runnable indexes) {
		try {
			requireEmpty(target);
			return checked(file, target, indexes);
		}
		catch (MongoException ex) {
			throw BackupFailed.unreachable(ex);
		}
		catch (DataAccessException ex) {
			throw BackupFailed.unreachable(ex);
		}
		catch (ProblemException ex) {
			throw BackupFailed.unreachable(ex);
		}
	}

	private static void requireEmpty(BackupStores target) {
		if (!target.isEmpty()) {
			throw new BackupFailed(
					"a backup is restored into an empty place only, and there are %s".formatted(target.contents()));
		}
	}

	private static Restored checked(Path file, BackupStores target, Runnable indexes) {
		try (BackupArchive archive = BackupArchive.open(file)) {
			BackupCheck.check(archive);
			indexes.run();
			return new Restore(archive, target).run();
		}
		catch (BackupFailed ex) {
			throw new BackupFailed("%s: %s".formatted(file, ex.getMessage()), ex);
		}
		catch (IOException ex) {
			throw BackupFailed.writing(ex);
		}
	}

	private Restored run() throws IOException {
		try {
			return write();
		}
		catch (MongoException ex) {
			throw incomplete(BackupFailed.unreachable(ex));
		}
		catch (ProblemException ex) {
			throw incomplete(BackupFailed.unreachable(ex));
		}
		catch (IOException ex) {
			throw incomplete(BackupFailed.writing(ex));
		}
	}

	private static BackupFailed incomplete(BackupFailed reason) {
		return new BackupFailed(
				reason.getMessage() + "; a part of it is restored now, so empty the place and try again", reason);
	}

	private Restored write() throws IOException {
		for (String sha256 : this.archive.blobs()) {
			keep(sha256);
		}
		insert(BackedUpCollection.JOBS, (job) -> !WaitingJob.is(job), (job) -> job);
		insert(BackedUpCollection.MODELS, (model) -> true, (model) -> model);
		insert(BackedUpCollection.ALIASES, (alias) -> true, (alias) -> alias);
		insert(BackedUpCollection.PLANETS, (planet) -> true, (planet) -> planet);
		insert(BackedUpCollection.VERDICTS, (verdict) -> true, (verdict) -> verdict);
		insert(BackedUpCollection.CURVE_BATCHES, (batch) -> true, (batch) -> batch);
		for (BackedUpCollection kept : BackedUpCollection.OF_STREAMS) {
			insert(kept, (document) -> true, (document) -> document);
		}
		each(BackedUpCollection.SERIES_PARTS, this.target.series()::addPart);
		each(BackedUpCollection.SERIES_MODELS, this.target.series()::addModel);
		keepWhatWasSwept();
		insert(BackedUpCollection.JOBS, WaitingJob::is, this::unsent);
		keepWhatWasSwept();
		return new Restored(this.archive.manifest(), this.interrupted);
	}

	private Document unsent(Document job) {
		Document unsent = WaitingJob.unsent(job);
		this.interrupted += (WaitingJob.isRunning(job) && WaitingJob.is(unsent)) ? 1 : 0;
		return unsent;
	}

	private void keep(String sha256) throws IOException {
		try (InputStream in = this.archive.blob(sha256)) {
			this.target.blobs().put(in, this.archive.length(sha256), sha256);
		}
	}

	/**
	 * Services that run already may have taken blobs for leftovers before there was a
	 * document that names them.
	 */
	private void keepWhatWasSwept() throws IOException {
		for (String sha256 : this.archive.blobs()) {
			if (!this.target.blobs().exists(sha256)) {
				keep(sha256);
			}
		}
	}

	private void each(BackedUpCollection kept, Consumer<Document> sink) throws IOException {
		try (DocumentReader documents = this.archive.documentsOf(kept)) {
			for (Document next = documents.next(); next != null; next = documents.next()) {
				sink.accept(next);
			}
		}
	}

	private void insert(BackedUpCollection kept, Predicate<Document> which, UnaryOperator<Document> as)
			throws IOException {
		List<Document> batch = new ArrayList<>();
		try (DocumentReader documents = this.archive.documentsOf(kept)) {
			for (Document next = documents.next(); next != null; next = documents.next()) {
				if (which.test(next)) {
					batch.add(as.apply(next));
				}
				if (batch.size() == perInsert(kept)) {
					insert(kept, batch);
				}
			}
		}
		insert(kept, batch);
	}

	/** How streams stand may be long. */
	private static int perInsert(BackedUpCollection kept) {
		return (kept == BackedUpCollection.STREAM_COURSES) ? 1 : DOCUMENTS_PER_INSERT;
	}

	private void insert(BackedUpCollection kept, List<Document> batch) {
		if (!batch.isEmpty()) {
			this.target.documents(kept).insertMany(batch);
			batch.clear();
		}
	}

}
