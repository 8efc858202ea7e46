package io.exoscout.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.mongodb.MongoException;
import io.exoscout.backup.live.DocumentSink;
import io.exoscout.backup.live.StreamReading;
import io.exoscout.problem.ProblemException;
import org.bson.Document;

import org.springframework.util.FileSystemUtils;

/**
 * Writes everything worth keeping into one file, while the services go on working. First
 * streams and series are read, then all other documents, within moments; then the bytes
 * that these name are collected. What was deleted in between is left out and counted. The
 * file gets its name once it is complete, on disk, and was read again from end to end.
 */
public final class Backup {

	private final BackupStores source;

	private final Path bench;

	private Backup(BackupStores source, Path bench) {
		this.source = source;
		this.bench = bench;
	}

	/**
	 * Makes a backup.
	 * @param source what to back up
	 * @param file where to; must not be there yet
	 * @param program version of this program, for the manifest
	 * @param clock tells the time of the backup
	 * @return what is in the file
	 * @throws BackupFailed if the file can not be written, the source is out of reach or
	 * empty, or stored bytes are missing or damaged; then there is no file
	 */
	public static BackupManifest write(BackupStores source, Path file, String program, Clock clock) {
		requireFree(file);
		Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent(), "only the root has none");
		try {
			// next to the file, so that it can be renamed; nobody else can look into it
			Path bench = Files.createTempDirectory(directory, bench(file.getFileName().toString()) + ".");
			try {
				BackupManifest manifest = new Backup(source, bench).write(file, program, clock);
				force(directory);
				return manifest;
			}
			finally {
				FileSystemUtils.deleteRecursively(bench);
			}
		}
		catch (IOException ex) {
			throw BackupFailed.writing(ex);
		}
		catch (MongoException ex) {
			throw BackupFailed.unreachable(ex);
		}
		catch (ProblemException ex) {
			throw BackupFailed.unreachable(ex);
		}
	}

	/** What the directory is called in which a backup of some name is made. */
	static String bench(String name) {
		return "." + name;
	}

	private static void requireFree(Path file) {
		if (Files.exists(file)) {
			throw new BackupFailed("%s is there already; choose another name".formatted(file));
		}
	}

	private BackupManifest write(Path file, String program, Clock clock) throws IOException {
		Instant now = clock.instant();
		Path finished = this.bench.resolve("archive");
		BackupManifest manifest;
		try (BackupWriter archive = new BackupWriter(finished)) {
			BlobCollector blobs = new BlobCollector(this.source, archive, this.bench.resolve("blob"));
			requireSome(readStreams(blobs) + readSeries() + readDocuments());
			Map<String, BackupManifest.Lines> documents = complete(archive, blobs);
			manifest = new BackupManifest(BackupManifest.FORMAT, BackupManifest.VERSION, now, program, documents,
					archive.blobs());
			archive.finish(manifest);
		}
		requireWhole(finished);
		requireFree(file);
		Files.move(finished, file);
		return manifest;
	}

	/** Reads what was written: a disk that loses bytes mostly says nothing of it. */
	private static void requireWhole(Path finished) throws IOException {
		try (BackupArchive written = BackupArchive.open(finished)) {
			BackupCheck.check(written);
		}
		catch (BackupFailed ex) {
			throw new BackupFailed("what was written is not what was to be: " + ex.getMessage(), ex);
		}
	}

	/** Streams with the bytes they name, which change as they are learned from. */
	private long readStreams(BlobCollector blobs) throws IOException {
		StreamReading streams = new StreamReading(this.source.database(),
				(collection, document) -> blobs.hasAll(BackedUpCollection.of(collection), document));
		try (DocumentWriters lines = new DocumentWriters(BackedUpCollection.OF_STREAMS)) {
			List<String> failed = streams.read(this.bench.resolve("stream"), lines);
			if (!failed.isEmpty()) {
				throw new BackupFailed(String.join("; ", failed));
			}
			return lines.finish();
		}
	}

	private long readSeries() throws IOException {
		try (DocumentWriters lines = new DocumentWriters(
				EnumSet.of(BackedUpCollection.SERIES_PARTS, BackedUpCollection.SERIES_MODELS))) {
			this.source.series().read(lines);
			return lines.finish();
		}
	}

	private long readDocuments() throws IOException {
		long all = 0;
		for (BackedUpCollection kept : BackedUpCollection.PLAIN) {
			try (DocumentWriter lines = new DocumentWriter(asRead(kept))) {
				for (Document document : this.source.documents(kept).find()) {
					lines.write(document);
				}
				all += lines.finish(0).count();
			}
		}
		return all;
	}

	private void requireSome(long documents) {
		if (documents == 0) {
			throw new BackupFailed("there are no jobs, models or planets in %s; is this the right database?"
				.formatted(this.source.database().getName()));
		}
	}

	private Map<String, BackupManifest.Lines> complete(BackupWriter archive, BlobCollector blobs) throws IOException {
		Map<String, BackupManifest.Lines> documents = new LinkedHashMap<>();
		for (BackedUpCollection kept : BackedUpCollection.values()) {
			documents.put(kept.collection(), complete(kept, blobs));
		}
		blobs.requireNoneMissing();
		for (BackedUpCollection kept : BackedUpCollection.values()) {
			archive.documents(kept, completed(kept));
		}
		return documents;
	}

	private BackupManifest.Lines complete(BackedUpCollection kept, BlobCollector blobs) throws IOException {
		try (DocumentReader reader = new DocumentReader(Files.newInputStream(asRead(kept)), kept.collection());
				DocumentWriter lines = new DocumentWriter(completed(kept))) {
			long leftOut = 0;
			for (Document next = reader.next(); next != null; next = reader.next()) {
				Optional<Document> complete = blobs.collect(kept, next);
				if (complete.isPresent()) {
					lines.write(complete.get());
				}
				else {
					leftOut++;
				}
			}
			return lines.finish(leftOut);
		}
	}

	private Path asRead(BackedUpCollection kept) {
		return this.bench.resolve(kept.collection() + ".read");
	}

	private Path completed(BackedUpCollection kept) {
		return this.bench.resolve(kept.collection() + ".complete");
	}

	/** Lines of several collections at once. */
	private final class DocumentWriters implements DocumentSink, AutoCloseable {

		private final Map<String, DocumentWriter> writers = new LinkedHashMap<>();

		DocumentWriters(Set<BackedUpCollection> collections) throws IOException {
			for (BackedUpCollection kept : collections) {
				this.writers.put(kept.collection(), new DocumentWriter(asRead(kept)));
			}
		}

		@Override
		public void document(String collection, Document document) throws IOException {
			Objects.requireNonNull(this.writers.get(collection)).write(document);
		}

		/** How many there are; no more can be written. */
		long finish() throws IOException {
			long all = 0;
			for (DocumentWriter writer : this.writers.values()) {
				all += writer.finish(0).count();
			}
			return all;
		}

		@Override
		public void close() throws IOException {
			for (DocumentWriter writer : this.writers.values()) {
				writer.close();
			}
		}

	}

	private static void force(Path directory) throws IOException {
		if (BackupWriter.POSIX) {
			try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
				channel.force(true);
			}
		}
	}

}
