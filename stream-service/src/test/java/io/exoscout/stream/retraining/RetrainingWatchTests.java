package io.exoscout.stream.retraining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.exoscout.archive.Mission;
import io.exoscout.body.Spool;
import io.exoscout.caller.Callers;
import io.exoscout.store.BlobStore;
import io.exoscout.store.DirectoryBlobStore;
import io.exoscout.store.MongoAccess;
import io.exoscout.stream.course.FoldPlace;
import io.exoscout.stream.course.FoldResult;
import io.exoscout.stream.course.FoldSurroundings;
import io.exoscout.stream.course.MongoStreamResults;
import io.exoscout.stream.definition.KnownStream;
import io.exoscout.stream.definition.StreamDocument;
import io.exoscout.stream.definition.Streams;
import io.exoscout.stream.intake.StreamIntake;
import io.exoscout.stream.log.LogTails;
import io.exoscout.stream.log.MongoStreamLog;
import io.exoscout.stream.sent.SentEntry;
import io.exoscout.stream.stored.StoredModels;
import io.exoscout.web.MemoryMongo;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Changes that are noticed, and the trainings that they ask for. */
class RetrainingWatchTests {

	private static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	private static final String HEAD = "kepoi_name,kepid,koi_disposition,koi_period,koi_depth\n";

	private static final String DEFINITION = """
			{"name": "koi", "id": ["kepoi_name"], "keys": ["kepid"]%s, "label": {"column": "found", "positive": ["yes"]%s},
			 "features": [{"column": "koi_period"}, {"column": "koi_depth", "missing": [-1.0]}],
			 "model": {"algorithm": "stored:%s"},
			 "drift": {"detector": "adwin", "retrain": {"least": %d, "cooldown": 10}}}""";

	private static MemoryMongo mongo;

	@TempDir
	Path home;

	private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

	private MongoTemplate database;

	private BlobStore blobs;

	private FoldSurroundings known;

	private Retrainings retrainings;

	private StreamIntake intake;

	private RetrainingWatch watch;

	@BeforeAll
	static void start() {
		mongo = new MemoryMongo();
	}

	@AfterAll
	static void stop() {
		mongo.close();
	}

	@BeforeEach
	void begin() {
		this.database = new MongoTemplate(mongo.client(), "retraining");
		this.database.getDb().drop();
		MongoAccess access = new MongoAccess(this.database);
		this.blobs = new DirectoryBlobStore(this.home.resolve("blobs"));
		this.known = new FoldSurroundings(new Streams(access, JSON, this.clock), new MongoStreamLog(access),
				new MongoStreamResults(access, this.blobs, JSON, this.clock), JSON, new StoredModels(null, access));
		this.intake = new StreamIntake(this.known.streams(), new LogTails(this.known.log(), 1000, this.clock),
				(woken) -> {
				}, this.clock);
		this.retrainings = new Retrainings(access, this.clock);
		this.watch = watch();
	}

	private RetrainingWatch watch() {
		return new RetrainingWatch(this.known, this, this.retrainings, this.blobs,
				new Spool(this.home.resolve("spool")),
				(stream) -> new TrainingTable(Mission.KEPLER, stream.definition()));
	}

	private KnownStream define(String definition) {
		return this.known.streams().define(JSON.readValue(definition, StreamDocument.class), 1000);
	}

	private KnownStream stream(int least) {
		return define(DEFINITION.formatted("", "", "a".repeat(64), least));
	}

	private void send(KnownStream stream, String... rows) {
		this.intake.events(stream, null, (entries) -> {
			Arrays.stream(rows)
				.forEach((row) -> entries.accept(new SentEntry(1,
						Arrays.stream(row.split(";", -1))
							.map((cell) -> cell.equals("-") ? null : cell)
							.toArray(String[]::new),
						null)));
			return Set.copyOf(stream.definition().columns());
		});
	}

	/** What a fold tells that has noticed changes by entries, each the label as well. */
	private void tell(KnownStream stream, long... seqs) {
		String marks = Arrays.stream(seqs)
			.mapToObj((seq) -> "{\"seq\":%d,\"time\":%d,\"label\":%d,\"detector\":\"adwin\"}".formatted(seq,
					NOW.toEpochMilli(), seq))
			.reduce((a, b) -> a + "," + b)
			.orElse("");
		long seq = seqs[seqs.length - 1];
		this.known.results()
			.tell(new FoldResult(stream.id(), stream.turns(), seq, "{\"seq\":%d,\"marks\":[%s]}".formatted(seq, marks),
					false, FoldPlace.BEGINNING));
	}

	private List<AskedTraining> decided(KnownStream stream) {
		return this.retrainings.of(stream.id());
	}

	private String table() {
		Document asked = this.database.findOne(new Query(), Document.class, Retrainings.COLLECTION);
		try (InputStream table = this.blobs.open(asked.get("table", Document.class).getString("sha256"))) {
			return new String(table.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void changeAsksForATrainingOnTheRowsThatHaveALabelByThen() {
		KnownStream stream = stream(2);
		send(stream, "K1.01;1;3.5;100;yes", "K2.01;2;7;-1;no", "K3.01;3;1;5;-", "K4.01;4;x;5;yes");
		send(stream, "K5.01;5;2;4;yes", "K6.01;6;2;4;yes");
		// the fourth was rejected
		tell(stream, 4);
		this.watch.look();
		assertThat(decided(stream)).containsExactly(new AskedTraining(4, 4, AskedTraining.ASKED, null, 3L, null, NOW));
		assertThat(table()).isEqualTo(HEAD + "K1.01,1,CONFIRMED,3.5,100.0\n" + "K2.01,2,FALSE POSITIVE,7.0,\n"
				+ "K5.01,5,CONFIRMED,2.0,4.0\n");
	}

	@Test
	void changeAsksOnceHoweverOftenItIsToldOf() {
		KnownStream stream = stream(1);
		send(stream, "K1.01;1;3.5;100;yes", "K2.01;2;7;6;no");
		tell(stream, 1);
		this.watch.look();
		List<AskedTraining> before = decided(stream);
		this.watch.look();
		watch().look();
		tell(stream, 1);
		watch().look();
		assertThat(decided(stream)).isEqualTo(before).hasSize(1);
	}

	@Test
	void sameLogMakesTheSameTable() {
		KnownStream stream = stream(1);
		send(stream, "\"K1\",a;1;3.5;100;yes");
		send(stream, "K2.01;2;7;6;no");
		tell(stream, 2);
		this.watch.look();
		String before = table();
		this.retrainings.goBack(stream.id(), 1);
		send(stream, "K3.01;3;7;6;no");
		watch().look();
		assertThat(table()).isEqualTo(before).contains("\"\"\"K1\"\",a\",1,CONFIRMED");
	}

	@Test
	void tooFewRowsAskForNothing() {
		KnownStream stream = stream(3);
		send(stream, "K1.01;1;3.5;100;yes", "K2.01;2;7;6;no");
		tell(stream, 2);
		this.watch.look();
		assertThat(decided(stream)).singleElement()
			.returns(AskedTraining.SKIPPED, AskedTraining::state)
			.returns("There were 2 rows with a label; drift.retrain.least is 3.", AskedTraining::reason);
	}

	@Test
	void changesThatFollowTooSoonAskForNothing() {
		KnownStream stream = stream(1);
		for (int i = 0; i < 20; i++) {
			send(stream, "K%d.01;1;3.5;%d;yes".formatted(i, i));
		}
		tell(stream, 3, 12, 13, 14);
		this.watch.look();
		assertThat(decided(stream)).extracting(AskedTraining::seq, AskedTraining::state)
			.containsExactly(tuple(3L, AskedTraining.ASKED), tuple(12L, AskedTraining.SKIPPED),
					tuple(13L, AskedTraining.SKIPPED), tuple(14L, AskedTraining.SKIPPED));
		assertThat(decided(stream).get(1).reason()).contains("9 labels", "cooldown is 10");
		assertThat(decided(stream).get(2).reason()).contains("not accepted yet");
	}

	@Test
	void nothingIsAskedForWhileTheTrainingBeforeIsUnderWay() {
		KnownStream stream = stream(1);
		for (int i = 0; i < 40; i++) {
			send(stream, "K%d.01;1;3.5;%d;yes".formatted(i, i));
		}
		tell(stream, 3);
		this.watch.look();
		this.database.updateFirst(new Query(), Update.update("state", AskedTraining.ACCEPTED).set("job_id", "b"),
				Retrainings.COLLECTION);
		this.database.insert(new Document("_id", "b").append("status", "RUNNING"), "jobs");
		tell(stream, 3, 20);
		this.watch.look();
		assertThat(decided(stream).get(1).reason()).contains("job b, was still running");
		this.database.updateFirst(new Query(), Update.update("status", "COMPLETED"), "jobs");
		tell(stream, 3, 20, 33);
		this.watch.look();
		assertThat(decided(stream).get(2).state()).isEqualTo(AskedTraining.ASKED);
	}

	@Test
	void labelThatComesLaterCountsFromThenOnUnlessItIsTooLate() {
		KnownStream stream = define(DEFINITION.formatted(", \"time\": \"day\"",
				", \"arrives\": \"later\", \"timeout\": \"P30D\"", "a".repeat(64), 1));
		send(stream, "K1.01;2025-12-01;1;3.5;100", "K2.01;2025-12-01;2;7;6", "K3.01;2025-12-01;3;7;6");
		this.intake.labels(stream, null, (entries) -> {
			entries.accept(new SentEntry(1, new String[] { "K1.01", "yes", "2025-12-05" }, null));
			entries.accept(new SentEntry(2, new String[] { "K1.01", "no", "2025-12-06" }, null));
			entries.accept(new SentEntry(3, new String[] { "K3.01", "no", "2026-02-05" }, null));
			return Set.of("id", "label", "time");
		});
		this.intake.labels(stream, null, (entries) -> {
			entries.accept(new SentEntry(1, new String[] { "K2.01", "yes", "2025-12-05" }, null));
			return Set.of("id", "label", "time");
		});
		tell(stream, 6);
		this.watch.look();
		assertThat(table()).isEqualTo(HEAD + "K1.01,1,CONFIRMED,3.5,100.0\n");
	}

	@Test
	void verdictThatTheRowBringsAlongCountsOnceTimeHasGotThere() {
		KnownStream stream = define(DEFINITION.formatted(", \"time\": \"day\"",
				", \"arrives\": \"later\", \"timeout\": \"P3Y\", \"known\": \"since\"", "a".repeat(64), 1));
		send(stream, "K1.01;2025-12-01;1;3.5;100;yes;2025-12-31", "K2.01;2025-12-01;2;7;6;no;2026-01-02");
		tell(stream, 2);
		this.watch.look();
		assertThat(table()).isEqualTo(HEAD + "K1.01,1,CONFIRMED,3.5,100.0\n");
	}

	@Test
	void ownerOfTheStreamAsks() {
		KnownStream stream = Callers.analyst("ada", () -> stream(1));
		send(stream, "K1.01;1;3.5;100;yes");
		tell(stream, 1);
		this.watch.look();
		assertThat(this.database.findOne(new Query(), Document.class, Retrainings.COLLECTION))
			.containsEntry("owner", "ada")
			.containsEntry("model", "a".repeat(64));
	}

	@Test
	void streamThatDoesNotSaySoAsksForNothing() {
		KnownStream stream = define(DEFINITION.formatted("", "", "a".repeat(64), 1)
			.replace(", \"retrain\": {\"least\": 1, \"cooldown\": 10}", ""));
		send(stream, "K1.01;1;3.5;100;yes");
		tell(stream, 1);
		this.watch.look();
		assertThat(decided(stream)).isEmpty();
	}

}
