package io.exoscout.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DatabaseFileTests {

	private static final int JOBS = 60;

	@TempDir
	Path dir;

	private Path home;

	private Path file;

	/** The file while the database is in use: what is left of it after a kill. */
	private byte[] killed;

	/** The file after a stop. */
	private byte[] stopped;

	@BeforeEach
	void fill() throws IOException {
		this.home = this.dir.resolve("home");
		this.file = this.home.resolve("database/exoscout.mv");
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.home)) {
			write(database, JOBS);
			this.killed = Files.readAllBytes(this.file);
		}
		this.stopped = Files.readAllBytes(this.file);
	}

	private static EmbeddedDatabase started(Path home, StartMode beginning) throws IOException {
		return EmbeddedDatabase.start(home, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), beginning);
	}

	private static void write(EmbeddedDatabase database, int jobs) {
		byte[] note = new byte[3000];
		Random random = new Random(jobs);
		try (MongoClient client = MongoClients.create(database.uri())) {
			MongoCollection<Document> documents = documents(client);
			for (int i = 0; i < jobs; i++) {
				random.nextBytes(note);
				documents.insertOne(new Document("_id", "job-" + i).append("note", note.clone()));
			}
		}
	}

	private static MongoCollection<Document> documents(MongoClient client) {
		return client.getDatabase("exoscout").getCollection("jobs");
	}

	@Test
	void oneThatWasOnlyNotClosedIsWhole() throws IOException {
		Files.write(this.file, this.killed);
		assertThat(count()).isEqualTo(JOBS);
	}

	@Test
	void refusesToStartWhereItIsMissing() throws IOException {
		Files.delete(this.file);
		refused("is missing, though this data directory had one");
		assertThat(this.file).doesNotExist();
	}

	@Test
	void refusesToStartWhereItIsMissingWithItsDirectory() throws IOException {
		FileSystemUtils.deleteRecursively(this.file.getParent());
		refused("is missing");
	}

	@Test
	void refusesAnEmptyOne() throws IOException {
		refused(new byte[0], "is empty (0 bytes)");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 4096, 8191, 8192, 8193, 12_288 })
	void refusesOneThatIsCutToNextToNothing(int length) throws IOException {
		refused(Arrays.copyOf(this.stopped, length), "is cut");
		refused(Arrays.copyOf(this.killed, length), "is cut");
	}

	@ParameterizedTest
	@ValueSource(ints = { 5, 20, 50, 80, 95 })
	void refusesOneThatIsCutAnywhere(int percent) throws IOException {
		refused(Arrays.copyOf(this.stopped, this.stopped.length * percent / 100), "is cut");
		refused(Arrays.copyOf(this.killed, this.killed.length * percent / 100), "is cut");
	}

	@Test
	void refusesOneThatLacksItsLastWriteAlone() throws IOException {
		int end = lastWrite(this.killed);
		refused(Arrays.copyOf(this.killed, end), "is cut");
	}

	/** Where the store begins that was written last, in a file that only grew. */
	private static int lastWrite(byte[] file) {
		return IntStream.iterate((file.length / 4096 - 1) * 4096, (at) -> at - 4096)
			.filter((at) -> new String(file, at, 6).equals("chunk:"))
			.findFirst()
			.orElseThrow();
	}

	@ParameterizedTest
	@ValueSource(ints = { 10, 40, 70 })
	void refusesOneOverwrittenWithNothingFromSomewhereOn(int percent) throws IOException {
		byte[] damaged = this.stopped.clone();
		Arrays.fill(damaged, damaged.length * percent / 100, damaged.length, (byte) 0);
		refused(damaged, "the database file");
	}

	@Test
	void refusesOneOverwrittenInTheMiddle() throws IOException {
		byte[] damaged = this.stopped.clone();
		Arrays.fill(damaged, damaged.length / 3, damaged.length / 2, (byte) 'x');
		refused(damaged, "damaged");
	}

	@Test
	void refusesWhatIsNoDatabaseAtAll() throws IOException {
		refused("no database ".repeat(10_000).getBytes(), "damaged");
	}

	@Test
	void refusesThatOfAnotherDataDirectory() throws IOException {
		Path other = this.dir.resolve("other");
		try (EmbeddedDatabase database = EmbeddedDatabase.start(other)) {
			write(database, 3);
		}
		refused(Files.readAllBytes(other.resolve("database/exoscout.mv")), "is that of another data directory");
	}

	@Test
	void copyOfBeforeThatIsPutBackIsTaken() throws IOException {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.home);
				MongoClient client = MongoClients.create(database.uri())) {
			documents(client).deleteMany(new Document());
		}
		Files.write(this.file, this.stopped);
		assertThat(count()).isEqualTo(JOBS);
	}

	@Test
	void whatIsLeftOfACutOneCanBeTakenByAWord() throws IOException {
		Files.write(this.file, Arrays.copyOf(this.killed, lastWrite(this.killed)));
		try (EmbeddedDatabase database = started(this.home, StartMode.AS_IT_IS);
				MongoClient client = MongoClients.create(database.uri())) {
			assertThat(documents(client).countDocuments()).isEqualTo(JOBS - 1);
		}
		assertThat(count()).isEqualTo(JOBS - 1);
	}

	@Test
	void beginningAnewSetsItAside() throws IOException {
		byte[] cut = Arrays.copyOf(this.stopped, this.stopped.length / 2);
		Files.write(this.file, cut);
		try (EmbeddedDatabase database = started(this.home, StartMode.ANEW);
				MongoClient client = MongoClients.create(database.uri())) {
			assertThat(documents(client).countDocuments()).isZero();
		}
		try (Stream<Path> files = Files.walk(this.home.resolve("set-aside"))) {
			assertThat(files.filter((path) -> path.endsWith("exoscout.mv")).findFirst().orElseThrow())
				.hasBinaryContent(cut);
		}
		assertThat(count()).isZero();
	}

	@Test
	void beginningAnewLeavesAGoodOneAlone() throws IOException {
		started(this.home, StartMode.ANEW).close();
		assertThat(count()).isEqualTo(JOBS);
	}

	@Test
	void oneFromBeforeThereWereIdentitiesIsTaken() throws IOException {
		Files.delete(this.home.resolve("identity"));
		assertThat(count()).isEqualTo(JOBS);
		assertThat(this.home.resolve("identity")).isNotEmptyFile();
		Files.delete(this.file);
		refused("is missing");
	}

	@Test
	void aBackupCanBeRestoredWhereItIsMissing() throws IOException {
		Files.delete(this.file);
		started(this.home, StartMode.FOR_A_BACKUP).close();
		assertThat(count()).isZero();
	}

	private long count() throws IOException {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.home);
				MongoClient client = MongoClients.create(database.uri())) {
			return documents(client).countDocuments();
		}
	}

	private void refused(byte[] content, String reason) throws IOException {
		Files.write(this.file, content);
		refused(reason);
		assertThat(this.file).hasBinaryContent(content);
	}

	private void refused(String reason) {
		assertThatExceptionOfType(StartFailed.class).isThrownBy(() -> started(this.home, StartMode.CAREFUL))
			.satisfies((ex) -> assertThat(ex.getMessage())
				.contains(this.file.toString(), reason, "EXOSCOUT_BEGINANEW", "backup")
				.doesNotContain("\n", "Exception"));
	}

}
