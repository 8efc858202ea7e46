package io.exoscout.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BackupTests {

	/** What the version before this one lacks. */
	private static final String SINCE_THEN = "stream_batches stream_snapshots stream_points stream_retrainings stream_courses streams series_parts series_models";

	@TempDir
	Path dir;

	@ParameterizedTest
	@CsvSource({ "directory, directory", "gridfs, gridfs", "directory, gridfs", "gridfs, s3", "s3, directory" })
	void everythingComesBackAsItWas(String kind, String otherKind) {
		Document table = new Document();
		Document job = new Document("_id", "j").append("status", "COMPLETED").append("attempts", 2);
		Document model = new Document("_id", "j").append("createdAt", new Date(1_234_567_890_123L))
			.append("shares", List.of(0.1, Double.NaN, Double.NEGATIVE_INFINITY))
			.append("rows", 9_007_199_254_740_993L)
			.append("exact", new Decimal128(7))
			.append("nothing", null);
		Document alias = new Document("_id", "champion").append("modelId", "j")
			.append("movedAt", new Date(1_234_567_890_456L))
			.append("revision", "r");
		Document planet = new Document("_id", new ObjectId()).append("fields",
				new Document("nombre", "Größe \"4\"\n☉").append("raw", new Binary(new byte[] { 0, -1 })));
		Document verdict = new Document("_id", "kepler K00752.01").append("verdict", "PLANET")
			.append("tags", List.of("again", "größer"));
		Document batch = new Document("_id", "a batch").append("targets", List.of(new Document("jobId", "a job")));
		try (TestStores stores = TestStores.open(this.dir.resolve("from"), kind)) {
			table.putAll(stores.blob("row\n".repeat(300_000)));
			stores.insert(BackedUpCollection.JOBS, job.append("dataset", table));
			stores.insert(BackedUpCollection.MODELS,
					model.append("candidates", new Document("file", stores.blob("a list"))));
			stores.insert(BackedUpCollection.ALIASES, alias);
			stores.insert(BackedUpCollection.PLANETS, planet);
			stores.insert(BackedUpCollection.VERDICTS, verdict);
			stores.insert(BackedUpCollection.CURVE_BATCHES, batch);
			assertThat(backup(stores.stores()).leftOut()).isZero();
		}
		try (TestStores stores = TestStores.open(this.dir.resolve("to"), otherKind)) {
			assertThat(restore(stores).interrupted()).isZero();
			assertThat(documents(stores)).containsExactly(job, alias, model, planet, verdict, batch);
			assertThat(stores.text(table)).isEqualTo("row\n".repeat(300_000));
			assertThat(stores.text(model.get("candidates", Document.class).get("file", Document.class)))
				.isEqualTo("a list");
		}
	}

	@Test
	void jobThatWasQueuedWaitsUnsent() {
		Document job = new Document("_id", "j").append("status", "QUEUED").append("queuedAt", new Date(5));
		assertThat(restored(new Document(job).append("sentAt", new Date(6)).append("passedOnSince", new Date(7))))
			.isEqualTo(job);
	}

	@Test
	void jobThatWasRunningWaitsAndTheAttemptDoesNotCount() {
		Document job = new Document("_id", "j").append("status", "RUNNING").append("attempts", 2);
		assertThat(restored(new Document(job).append("attemptsBefore", 1).append("leaseUntil", new Date())))
			.isEqualTo(job.append("status", "QUEUED").append("attemptsBefore", 2));
	}

	@Test
	void runningJobThatWasToStopIsCancelled() {
		Document job = new Document("_id", "j").append("status", "RUNNING").append("cancelRequested", true);
		assertThat(restored(job).getString("status")).isEqualTo("CANCELLED");
	}

	private Document restored(Document job) {
		try (TestStores stores = TestStores.open(this.dir, "directory")) {
			stores.insert(BackedUpCollection.JOBS, job);
			backup(stores.stores());
			stores.forget();
			restore(stores);
			return documents(stores).get(0);
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, aliases verdicts curve_batches", "2, verdicts curve_batches", "3, curve_batches", "4, " })
	void aBackupFromBeforeThereWasSomethingIsReadWithoutIt(int version, @Nullable String lackingAsWell)
			throws IOException {
		String lacking = ((lackingAsWell != null) ? lackingAsWell + " " : "") + SINCE_THEN;
		try (TestStores stores = TestStores.open(this.dir, "directory")) {
			stores.fill();
			backup(stores.stores());
			stores.forget();
			try (FileSystem zip = FileSystems.newFileSystem(archive())) {
				Path manifest = zip.getPath(BackupArchive.MANIFEST);
				String then = Files.readString(manifest).replace("\"version\" : 5", "\"version\" : " + version);
				for (String name : lacking.split(" ")) {
					Files.delete(zip.getPath("documents/" + name + ".jsonl"));
					then = then.replaceFirst("\"" + name + "\" : \\{[^}]*\\},\\s*", "")
						.replaceFirst(",\\s*\"" + name + "\" : \\{[^}]*\\}", "");
				}
				assertThat(then).doesNotContain(lacking.split(" ")).contains("\"version\" : " + version);
				Files.writeString(manifest, then);
			}
			assertThat(restore(stores).manifest().contents()).contains("1 jobs, 0 aliases");
			assertThat(documents(stores)).hasSize(2);
		}
	}

	@Test
	void leavesOutWhatIsDeletedMeanwhile() {
		try (TestStores stores = TestStores.open(this.dir, "directory")) {
			stores.fill();
			Document gone = new Document("_id", "gone").append("dataset", stores.blob("another table"));
			stores.insert(BackedUpCollection.JOBS, gone);
			BackupStores source = stores.stores();
			BackupManifest manifest = backup(
					new BackupStores(source.database(), new DeletingBlobStore(source.blobs(), () -> {
						source.documents(BackedUpCollection.JOBS).deleteOne(new Document("_id", "gone"));
						source.blobs()
							.remove(gone.get("dataset", Document.class).getString("sha256"), (sha256) -> false);
					}), source.series()));
			assertThat(manifest.leftOut()).isEqualTo(1);
			stores.forget();
			restore(stores);
			assertThat(documents(stores)).extracting((document) -> document.get("_id")).containsExactly("j", "p");
		}
	}

	@Test
	void takesWhatADocumentHasBecomeMeanwhile() {
		try (TestStores stores = TestStores.open(this.dir, "directory")) {
			Document before = stores.blob("first model");
			stores.insert(BackedUpCollection.MODELS, new Document("_id", "m").append("file", before));
			Document after = new Document("_id", "m").append("file", stores.blob("second model"));
			BackupStores source = stores.stores();
			backup(new BackupStores(source.database(), new DeletingBlobStore(source.blobs(), () -> {
				source.documents(BackedUpCollection.MODELS).replaceOne(new Document("_id", "m"), after);
				source.blobs().remove(before.getString("sha256"), (sha256) -> false);
			}), source.series()));
			stores.forget();
			restore(stores);
			assertThat(documents(stores)).containsExactly(after);
		}
	}

	@Test
	void namesTheDocumentWhoseBytesAreMissing() {
		try (TestStores stores = TestStores.open(this.dir, "directory")) {
			stores.fill();
			Document lost = stores.blob("lost");
			stores.insert(BackedUpCollection.JOBS, new Document("_id", "damaged-job").append("dataset", lost));
			stores.blobs().remove(lost.getString("sha256"), (sha256) -> false);
			assertThatExceptionOfType(BackupFailed.class).isThrownBy(() -> backup(stores.stores()))
				.withMessageContaining("damaged-job")
				.withMessageContaining(lost.getString("sha256"));
			assertThat(this.dir.resolve("archives")).isEmptyDirectory();
		}
	}

	@Test
	void namesBytesThatAreDamaged() throws IOException {
		try (TestStores stores = TestStores.open(this.dir, "directory")) {
			stores.fill();
			try (Stream<Path> files = Files.walk(this.dir.resolve("blobs"))) {
				Files.writeString(files.filter(Files::isRegularFile).findFirst().orElseThrow(), "a tabke");
			}
			assertThatExceptionOfType(BackupFailed.class).isThrownBy(() -> backup(stores.stores()))
				.withMessageContaining("damaged");
		}
	}

	@Test
	void refusesADatabaseWithNothingInIt() {
		try (TestStores stores = TestStores.open(this.dir, "directory")) {
			assertThatExceptionOfType(BackupFailed.class).isThrownBy(() -> backup(stores.stores()))
				.withMessageContaining(stores.stores().database().getName());
		}
	}

	@Test
	void neverReplacesAnotherBackup() throws IOException {
		Files.writeString(archive(), "an earlier backup");
		try (TestStores stores = TestStores.open(this.dir, "directory")) {
			stores.fill();
			assertThatExceptionOfType(BackupFailed.class).isThrownBy(() -> backup(stores.stores()))
				.withMessageContaining(archive().toString());
			assertThat(archive()).hasContent("an earlier backup");
		}
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void onlyItsOwnerCanReadIt() throws IOException {
		try (TestStores stores = TestStores.open(this.dir, "directory")) {
			stores.fill();
			backup(stores.stores());
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive()))).isEqualTo("rw-------");
			assertThat(this.dir.resolve("archives")).isDirectoryContaining((file) -> file.equals(archive()));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "JOBS", "ALIASES", "MODELS", "PLANETS", "VERDICTS", "CURVE_BATCHES" })
	void isRestoredIntoAnEmptyPlaceOnly(BackedUpCollection kept) {
		try (TestStores stores = TestStores.open(this.dir, "directory")) {
			stores.fill();
			backup(stores.stores());
			stores.forget();
			stores.insert(kept, new Document("_id", "somebody's"));
			assertThatExceptionOfType(BackupFailed.class).isThrownBy(() -> restore(stores))
				.withMessageContaining("1 " + kept.collection());
			assertThat(documents(stores)).hasSize(1);
		}
	}

	private Path archive() {
		try {
			return Files.createDirectories(this.dir.resolve("archives")).resolve("backup.zip");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private BackupManifest backup(BackupStores source) {
		return Backup.write(source, archive(), "1.2.3", Clock.systemUTC());
	}

	private Restore.Restored restore(TestStores target) {
		return Restore.read(archive(), target.stores(), () -> {
		});
	}

	private static List<Document> documents(TestStores stores) {
		List<Document> all = new ArrayList<>();
		for (BackedUpCollection kept : BackedUpCollection.values()) {
			stores.stores().documents(kept).find().into(all);
		}
		return all;
	}

}
