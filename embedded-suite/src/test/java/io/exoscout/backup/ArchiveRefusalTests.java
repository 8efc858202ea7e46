package io.exoscout.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import io.exoscout.store.Digests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

/** Whatever is wrong with an archive, nothing of it gets in. */
class ArchiveRefusalTests {

	private static final String BLOB = "blobs/" + Digests.sha256(bytes("a table"));

	private static final String JOBS = "documents/jobs.jsonl";

	private static byte[] whole;

	private static TestStores target;

	@TempDir
	Path dir;

	private Path file;

	/** Shared by all: refusals leave no traces. */
	@BeforeAll
	static void open(@TempDir Path shared) throws IOException {
		Path file = shared.resolve("backup.zip");
		try (TestStores source = TestStores.open(shared.resolve("source"), "directory")) {
			source.fill();
			Backup.write(source.stores(), file, "1.2.3", Clock.systemUTC());
		}
		whole = Files.readAllBytes(file);
		target = TestStores.open(shared.resolve("target"), "directory");
	}

	@AfterAll
	static void close() {
		target.close();
	}

	@BeforeEach
	void copy() throws IOException {
		this.file = Files.write(this.dir.resolve("backup.zip"), whole);
	}

	@Test
	void refusesWhatDoesNotExist() throws IOException {
		Files.delete(this.file);
		assertThat(refusal()).contains("no such file");
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.01, 0.5, 0.99 })
	void refusesWhatIsCutOff(double share) throws IOException {
		Files.write(this.file, Arrays.copyOf(whole, (int) (whole.length * share)));
		assertThat(refusal()).contains("cut off");
	}

	@Test
	void refusesAnotherKindOfFile() throws IOException {
		Files.writeString(this.file, "kepid,koi_disposition\n".repeat(1000));
		assertThat(refusal()).contains("no backup at all");
	}

	@Test
	void refusesAnotherKindOfZip() throws IOException {
		rewrite((entries) -> new LinkedHashMap<>(Map.of("word/document.xml", bytes("<xml/>"))));
		assertThat(refusal()).contains("'word/document.xml' has no place in a backup");
	}

	@ParameterizedTest
	@ValueSource(strings = { "../../etc/cron.d/job", "/etc/passwd", "blobs/../../x", "blobs/", "documents/users.jsonl",
			"blobs\\..\\x" })
	void refusesNamesThatLeadElsewhere(String name) throws IOException {
		add(name, "gotcha");
		assertThat(refusal()).contains("'%s'".formatted(name));
	}

	@Test
	void refusesEntriesThatAreThereTwice() throws IOException {
		String twin = BLOB.replace(BLOB.substring(6, 8), "zz");
		add(twin, "a table");
		String archive = Files.readString(this.file, StandardCharsets.ISO_8859_1);
		Files.writeString(this.file, archive.replace(twin, BLOB), StandardCharsets.ISO_8859_1);
		assertThat(refusal()).contains(BLOB, "twice");
	}

	@Test
	void refusesAnArchiveWithoutManifest() throws IOException {
		remove(BackupArchive.MANIFEST);
		assertThat(refusal()).contains("it has no manifest.json");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "null", "{}", "{\"format\": 1}" })
	void refusesAnUnreadableManifest(String manifest) throws IOException {
		add(BackupArchive.MANIFEST, manifest);
		assertThat(refusal()).contains("manifest");
	}

	@Test
	void refusesAFormatOfTheFuture() throws IOException {
		edit(BackupArchive.MANIFEST, "\"version\" : 5", "\"version\" : 6");
		assertThat(refusal()).contains("format version 6", "1.2.3", "knows versions 1 to 5");
	}

	@Test
	void refusesAManifestThatKnowsLess() throws IOException {
		edit(BackupArchive.MANIFEST, "\"planets\"", "\"comets\"");
		assertThat(refusal()).contains("nothing about planets");
	}

	@Test
	void refusesAChangedDocument() throws IOException {
		edit(JOBS, "COMPLETED", "QUEUED");
		assertThat(refusal()).contains(JOBS);
	}

	@Test
	void refusesToGoWithoutADocument() throws IOException {
		add(JOBS, "");
		assertThat(refusal()).contains(JOBS, "1");
	}

	@Test
	void refusesAnAdditionalDocument() throws IOException {
		edit(JOBS, "\n", "\n{\"_id\": \"another\"}\n");
		assertThat(refusal()).contains(JOBS, "1");
	}

	@Test
	void refusesADocumentThatIsThereTwice() throws IOException {
		edit(JOBS, "\n", "\n{\"_id\": \"j\"}\n");
		assertThat(refusal()).contains(JOBS, "j twice");
	}

	@ParameterizedTest
	@ValueSource(strings = { "}", "no json", "[]", "{\"status\": \"QUEUED\"}", "{\"_id\": {\"$date\": \"soon\"}}" })
	void refusesALineThatIsNoDocument(String line) throws IOException {
		edit(JOBS, "\n", "\n" + line + "\n");
		assertThat(refusal()).contains("line 2 of " + JOBS);
	}

	@Test
	void refusesAChangedBlob() throws IOException {
		edit(BLOB, "table", "tablf");
		assertThat(refusal()).contains(BLOB.substring(6));
	}

	@Test
	void refusesToGoWithoutABlob() throws IOException {
		remove(BLOB);
		assertThat(refusal()).contains("j of " + JOBS, BLOB.substring(6));
	}

	@Test
	void refusesAnAdditionalBlob() throws IOException {
		add("blobs/" + Digests.sha256(bytes("another")), "another");
		assertThat(refusal()).contains("2 blobs", "says 1");
	}

	@Test
	void refusesABlobThatUnpacksToMoreThanStated() throws IOException {
		rewrite((entries) -> {
			entries.put(BLOB, new byte[64 << 20]);
			return entries;
		});
		assertThat(this.file).satisfies((packed) -> assertThat(Files.size(packed)).isLessThan(1 << 20));
		assertThat(refusal()).contains("longer than its manifest says");
	}

	/** Restores, which is to fail before anything is written, and gives the reason. */
	private String refusal() throws IOException {
		BackupFailed refusal = assertThatExceptionOfType(BackupFailed.class)
			.isThrownBy(() -> Restore.read(this.file, target.stores(), () -> fail("nothing is written")))
			.actual();
		assertThat(target.stores().isEmpty()).isTrue();
		assertThat(target.blobs().exists(BLOB.substring(6))).isFalse();
		assertThat(refusal).hasMessageStartingWith(this.file + ": ");
		return refusal.getMessage();
	}

	private void add(String name, String content) throws IOException {
		rewrite((entries) -> {
			entries.put(name, bytes(content));
			return entries;
		});
	}

	private void remove(String name) throws IOException {
		rewrite((entries) -> {
			entries.remove(name);
			return entries;
		});
	}

	private void edit(String name, String from, String to) throws IOException {
		rewrite((entries) -> {
			String before = new String(entries.get(name), StandardCharsets.UTF_8);
			assertThat(before).contains(from);
			entries.put(name, bytes(before.replace(from, to)));
			return entries;
		});
	}

	private void rewrite(UnaryOperator<Map<String, byte[]>> change) throws IOException {
		Map<String, byte[]> entries = new LinkedHashMap<>();
		try (ZipInputStream in = new ZipInputStream(Files.newInputStream(this.file))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				entries.put(entry.getName(), in.readAllBytes());
			}
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			for (Map.Entry<String, byte[]> entry : change.apply(entries).entrySet()) {
				zip.putNextEntry(new ZipEntry(entry.getKey()));
				zip.write(entry.getValue());
			}
		}
		Files.write(this.file, out.toByteArray());
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
