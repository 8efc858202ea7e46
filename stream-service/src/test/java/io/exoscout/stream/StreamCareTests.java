package io.exoscout.stream;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.exoscout.caller.Callers;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.BlobStore;
import io.exoscout.store.DirectoryBlobStore;
import io.exoscout.store.MongoAccess;
import io.exoscout.stream.course.BatchFold;
import io.exoscout.stream.course.FoldPlace;
import io.exoscout.stream.course.FoldResult;
import io.exoscout.stream.course.FoldSurroundings;
import io.exoscout.stream.course.MetricPoint;
import io.exoscout.stream.course.MongoStreamResults;
import io.exoscout.stream.course.TalkingFolds;
import io.exoscout.stream.definition.KnownStream;
import io.exoscout.stream.definition.ListedStream;
import io.exoscout.stream.definition.StreamDocument;
import io.exoscout.stream.definition.StreamTrouble;
import io.exoscout.stream.definition.Streams;
import io.exoscout.stream.intake.IntakeAnswer;
import io.exoscout.stream.intake.StreamIntake;
import io.exoscout.stream.log.LogTails;
import io.exoscout.stream.log.MongoStreamLog;
import io.exoscout.stream.retraining.Retrainings;
import io.exoscout.stream.sent.SentEntry;
import io.exoscout.stream.snapshot.LogRetention;
import io.exoscout.stream.snapshot.StreamSnapshots;
import io.exoscout.stream.stored.StoredModels;
import io.exoscout.web.MemoryMongo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

/** Streams as they are looked after, with an engine that stands still. */
class StreamCareTests {

	private static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private static MemoryMongo mongo;

	@TempDir
	Path home;

	private MongoTemplate database;

	private Instant now = Instant.parse("2026-01-01T00:00:00Z");

	private final Clock clock = ((InstantSource) () -> this.now).withZone(ZoneOffset.UTC);

	private FoldSurroundings known;

	private StreamSnapshots snapshots;

	private LogTails tails;

	private StillEngine engine = new StillEngine(2);

	private StreamKeeper keeper;

	private StreamIntake intake;

	private StreamDesk desk;

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
		this.database = new MongoTemplate(mongo.client(), "care");
		this.database.getDb().drop();
		MongoAccess access = new MongoAccess(this.database);
		BlobStore blobs = new DirectoryBlobStore(this.home);
		this.known = new FoldSurroundings(new Streams(access, JSON, this.clock), new MongoStreamLog(access),
				new MongoStreamResults(access, blobs, JSON, this.clock), JSON, new StoredModels(null, access));
		this.snapshots = new StreamSnapshots(access, blobs, this.clock);
		this.tails = new LogTails(this.known.log(), 100_000, this.clock);
		this.keeper = new StreamKeeper(this.known, this.engine,
				new LogRetention(this.known.log(), this.known.results(), this.snapshots, this.clock),
				Duration.ofMinutes(10), this.clock);
		this.intake = new StreamIntake(this.known.streams(), this.tails, (woken) -> {
		}, this.clock);
		this.desk = new StreamDesk(this.known, new TalkingFolds(this.known), this.snapshots, this.tails, this.engine,
				this.keeper, new Replays(this.intake), new Retrainings(access, this.clock));
	}

	private KnownStream define(String definition) {
		return this.known.streams().define(JSON.readValue(definition, StreamDocument.class), 1000);
	}

	private KnownStream points() {
		return define(StreamStage.POINTS);
	}

	private IntakeAnswer send(KnownStream stream, String key, int from, int to) {
		return this.intake.events(stream, key, (entries) -> {
			IntStream.range(from, to).forEach((i) -> entries.accept(new SentEntry(i, cells(i), null)));
			return Set.copyOf(stream.definition().columns());
		});
	}

	private void send(KnownStream stream, int from, int to) {
		send(stream, null, from, to);
	}

	private static String[] cells(int i) {
		return new String[] { "p" + i, String.valueOf(Math.sin(i)), String.valueOf(Math.cos(i)),
				(i % 3 == 0) ? "1" : "0" };
	}

	/** Folds a stream up to the end of its log, as the engine does. */
	private BatchFold fold(KnownStream stream) {
		KnownStream current = this.known.streams().get(stream.id());
		BatchFold fold = this.known.begin(current, List.of());
		while (this.known.log().read(stream.id(), fold.nextBatch()).isPresent()) {
			fold.fold(this.known.log().read(stream.id(), fold.nextBatch()).orElseThrow());
			this.known.results()
				.tell(new FoldResult(stream.id(), current.turns(), fold.seq(), JSON.writeValueAsString(fold.metrics()),
						false, fold.place()));
		}
		return fold;
	}

	@Test
	void streamThatIsBehindIsRun() {
		KnownStream stream = points();
		this.keeper.lookAround(true);
		assertThat(this.engine.running).isEmpty();
		send(stream, 0, 3);
		this.keeper.lookAround(true);
		assertThat(this.engine.running).containsExactly(stream.id());
		assertThat(this.keeper.failing()).isZero();
	}

	@Test
	void streamThatFailsIsTriedAgainLaterAndTakesNobodysPlace() {
		KnownStream stream = points();
		send(stream, 0, 3);
		this.keeper.lookAround(true);
		for (int i = 0; i < StreamTrouble.OF_A_JOB; i++) {
			this.known.streams().fail(stream.id(), "It is broken.");
		}
		// its job has ended by then
		this.engine.halt(stream.id());
		this.now = this.now.plusSeconds(9);
		this.keeper.lookAround(true);
		assertThat(this.engine.running).isEmpty();
		assertThat(this.keeper.failing()).isOne();
		assertThat(this.desk.view(this.known.streams().get(stream.id())).trouble())
			.isEqualTo(new StreamView.TroubleView("It is broken.", this.now.minusSeconds(9), 8));
		this.now = this.now.plusSeconds(2);
		this.keeper.lookAround(true);
		assertThat(this.engine.running).containsExactly(stream.id());
	}

	@Test
	void troubleIsOverWhenItGoesOnOrIsResumed() {
		KnownStream stream = points();
		this.known.streams().fail(stream.id(), "It is broken.");
		this.known.streams().well(stream.id());
		assertThat(this.known.streams().get(stream.id()).trouble()).isNull();
		this.known.streams().fail(stream.id(), "It is broken.");
		this.desk.resume(stream);
		this.keeper.lookAround(true);
		assertThat(this.known.streams().get(stream.id()).trouble()).isNull();
		assertThat(this.keeper.failing()).isZero();
	}

	@Test
	void streamThatIsRefusedByTheEngineKeepsNobodyElseFromRunning() {
		KnownStream bad = points();
		KnownStream good = points();
		send(bad, 0, 3);
		send(good, 0, 3);
		this.engine.refused.add(bad.id());
		this.keeper.lookAround(true);
		assertThat(this.engine.running).containsExactly(good.id());
		this.keeper.lookAround(true);
		assertThat(this.keeper.failing()).isOne();
	}

	@Test
	void definitionThatIsRefusedNowStopsNobodyElseAndCanBeDeleted() {
		KnownStream bad = points();
		KnownStream good = points();
		send(good, 0, 3);
		this.database.updateFirst(Query.query(Criteria.where("_id").is(bad.id())),
				Update.update("definition", "{\"name\": \"\"}"), Streams.COLLECTION);
		this.keeper.lookAround(true);
		assertThat(this.engine.running).containsExactly(good.id());
		assertThat(this.keeper.failing()).isOne();
		assertThat(this.known.streams().listed()).extracting(ListedStream::id, ListedStream::state)
			.containsExactlyInAnyOrder(tuple(bad.id(), "unreadable"), tuple(good.id(), "running"));
		this.desk.delete(bad.id());
		assertThat(this.known.streams().ids()).containsExactly(good.id());
	}

	@Test
	void listTellsHowFarEachHasCome() {
		KnownStream fresh = points();
		KnownStream learned = points();
		KnownStream behind = points();
		send(learned, 0, 3);
		fold(learned);
		send(behind, 0, 5);
		fold(behind);
		this.now = this.now.plusSeconds(9);
		send(behind, 5, 9);
		send(behind, 9, 10);
		assertThat(this.desk.list())
			.extracting(ListedStream::id, ListedStream::seq, ListedStream::lastSeq, ListedStream::lag,
					ListedStream::learnedAt)
			.containsExactlyInAnyOrder(tuple(fresh.id(), 0L, 0L, 0L, null),
					tuple(learned.id(), 3L, 3L, 0L, this.now.minusSeconds(9)),
					tuple(behind.id(), 5L, 10L, 5L, this.now.minusSeconds(9)));
	}

	/** As after a kill while it is told. */
	@Test
	void whatIsToldOnceMoreIsThereOnce() {
		KnownStream stream = points();
		send(stream, 0, 3);
		FoldPlace early = fold(stream).place();
		send(stream, 3, 6);
		BatchFold fold = fold(stream);
		String metrics = JSON.writeValueAsString(fold.metrics());
		for (int i = 0; i < 2; i++) {
			this.known.results().tell(new FoldResult(stream.id(), 0, 6, metrics, true, fold.place()));
			this.known.results().tell(new FoldResult(stream.id(), 0, 3, "{\"seq\":3}", true, early));
		}
		assertThat(this.known.results().course(stream.id()).orElseThrow().metrics()).isEqualTo(metrics);
		assertThat(this.known.results().place(stream.id(), 0).state()).isEqualTo(fold.place().state());
		assertThat(this.known.results().points(stream.id(), 0, 10)).extracting(MetricPoint::seq)
			.containsExactly(3L, 6L);
	}

	@Test
	void jobsThatHaveNothingToDoMakeRoom() {
		List<KnownStream> streams = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			KnownStream stream = points();
			send(stream, 0, 3);
			this.keeper.lookAround(true);
			fold(stream);
			streams.add(stream);
		}
		assertThat(this.engine.running).hasSize(2).contains(streams.get(2).id());
	}

	@Test
	void aThousandStreamsAreLookedAfter() {
		for (int i = 0; i < 1000; i++) {
			points();
		}
		KnownStream one = this.known.streams().get(this.known.streams().ids().get(500));
		send(one, 0, 3);
		this.keeper.lookAround(true);
		assertThat(this.engine.running).containsExactly(one.id());
		assertThatExceptionOfType(ProblemException.class).isThrownBy(this::points)
			.matches((problem) -> problem.code() == ErrorCode.TOO_MANY_STREAMS);
	}

	@Test
	void nobodyHasMoreThanATenthOfAllStreams() {
		StreamDocument document = JSON.readValue(StreamStage.POINTS, StreamDocument.class);
		Callers.analyst("ada", () -> {
			this.known.streams().define(document, 20);
			return this.known.streams().define(document, 20);
		});
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> Callers.analyst("ada", () -> this.known.streams().define(document, 20)))
			.matches((problem) -> problem.code() == ErrorCode.TOO_MANY_STREAMS)
			.withMessageContaining("tenth");
		Callers.analyst("bob", () -> this.known.streams().define(document, 20));
	}

	@Test
	void stateOfALogThatWasPutBackIsPassedOver() {
		KnownStream stream = points();
		send(stream, 0, 3);
		FoldPlace early = fold(stream).place();
		send(stream, 3, 6);
		FoldPlace late = fold(stream).place();
		send(stream, 6, 9);
		this.tails.cut(stream.id(), 1);
		assertThat(this.known.begin(stream, List.of(late, early)).nextBatch()).isEqualTo(1);
		assertThat(this.known.begin(stream, List.of(late)).nextBatch()).isZero();
		// another log of as many batches
		send(stream, 20, 24);
		assertThat(this.known.begin(stream, List.of(late)).nextBatch()).isZero();
	}

	@Test
	void courseOfALogThatWasPutBackBeginsAnew() {
		KnownStream stream = points();
		send(stream, 0, 3);
		send(stream, 3, 6);
		fold(stream);
		this.known.log().cut(stream.id(), 1);
		this.keeper.lookAround(true);
		assertThat(this.engine.running).containsExactly(stream.id());
		assertThat(fold(stream).seq()).isEqualTo(3);
		assertThat(this.desk.view(stream).seq()).isEqualTo(3);
	}

	@Test
	void rollbackThatWasKilledHalfWayIsFoldedAnew() {
		KnownStream stream = points();
		send(stream, 0, 3);
		fold(stream);
		this.known.streams().turn(stream.id());
		this.desk.resume(stream);
		this.keeper.lookAround(true);
		assertThat(this.engine.running).containsExactly(stream.id());
		fold(stream);
		assertThat(this.desk.view(this.known.streams().get(stream.id())).seq()).isEqualTo(3);
	}

	@Test
	void snapshotOfANewerVersionIsRefusedAndNothingIsRemoved() {
		KnownStream stream = points();
		send(stream, 0, 3);
		BatchFold fold = fold(stream);
		byte[] newer = fold.place().state();
		newer[7] = 99;
		java.util.zip.CRC32C sum = new java.util.zip.CRC32C();
		sum.update(newer, 0, newer.length - 4);
		java.nio.ByteBuffer.wrap(newer).putInt(newer.length - 4, (int) sum.getValue());
		this.snapshots.keep(stream.id(), this.known.results().course(stream.id()).orElseThrow(),
				new FoldPlace(1, newer));
		send(stream, 3, 6);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.desk.rollBack(stream, 3))
			.matches((problem) -> problem.code() == ErrorCode.STREAM_STATE_NEWER);
		assertThat(this.desk.view(stream).lastSeq()).isEqualTo(6);
	}

	@Test
	void snapshotThatTheLogDoesNotComeToIsRefused() {
		KnownStream stream = points();
		send(stream, 0, 3);
		fold(stream);
		this.desk.snapshot(stream);
		this.known.log().cut(stream.id(), 0);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.desk.rollBack(stream, 3))
			.matches((problem) -> problem.code() == ErrorCode.STREAM_STATE_CONFLICT);
	}

	@Test
	void thereAreAHundredSnapshotsAtMostAndEachCanBeDeleted() {
		KnownStream stream = points();
		for (int i = 0; i < 100; i++) {
			send(stream, i, i + 1);
			fold(stream);
			this.desk.snapshot(stream);
		}
		// that one is there
		this.desk.snapshot(stream);
		send(stream, 100, 101);
		fold(stream);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.desk.snapshot(stream))
			.withMessageContaining("100 snapshots");
		this.desk.deleteSnapshot(stream, 1);
		assertThat(this.desk.snapshot(stream).seq()).isEqualTo(101);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.desk.deleteSnapshot(stream, 1))
			.matches((problem) -> problem.code() == ErrorCode.SNAPSHOT_NOT_FOUND);
	}

	@Test
	void oldBatchesAreLetGoOfOnceTheyAreFolded() {
		KnownStream stream = define(StreamStage.POINTS.replaceFirst("\\{", "{\"keep\": {\"entries\": 4}, "));
		for (int i = 0; i < 5; i++) {
			send(stream, 2 * i, 2 * i + 2);
		}
		this.keeper.lookAround(true);
		assertThat(this.known.log().first(stream.id())).isZero();
		byte[] state = fold(stream).place().state();
		this.keeper.lookAround(true);
		assertThat(this.known.log().first(stream.id())).isEqualTo(3);
		assertThat(this.known.log().read(stream.id(), 2)).isEmpty();
		assertThat(this.desk.view(stream).lastSeq()).isEqualTo(10);
		// and it goes on as if nothing had been
		send(stream, 10, 12);
		assertThat(fold(stream).seq()).isEqualTo(12);
		assertThat(state).isNotEmpty();
	}

	@Test
	void pausedStreamKeepsWhatItHasNotLearnedHoweverOldItIs() {
		KnownStream stream = define(StreamStage.POINTS.replaceFirst("\\{", "{\"keep\": {\"days\": 1}, "));
		send(stream, 0, 2);
		send(stream, 2, 4);
		fold(stream);
		this.desk.pause(stream);
		send(stream, 4, 6);
		send(stream, 6, 8);
		this.now = this.now.plus(Duration.ofDays(500));
		this.keeper.lookAround(true);
		// the last one that was folded stays, too: by it the state is known as one of the
		// log
		assertThat(this.known.log().first(stream.id())).isEqualTo(1);
		this.desk.resume(stream);
		assertThat(fold(stream).seq()).isEqualTo(8);
	}

	@Test
	void snapshotKeepsWhatComesAfterIt() {
		KnownStream stream = define(StreamStage.POINTS.replaceFirst("\\{", "{\"keep\": {\"entries\": 1}, "));
		for (int i = 0; i < 6; i++) {
			send(stream, 2 * i, 2 * i + 2);
			fold(stream);
			if (i == 2) {
				this.desk.snapshot(stream);
			}
		}
		this.keeper.lookAround(true);
		assertThat(this.known.log().first(stream.id())).isEqualTo(2);
		this.desk.rollBack(stream, 6);
		assertThat(this.desk.view(stream).lastSeq()).isEqualTo(6);
		send(stream, 6, 8);
		assertThat(fold(stream).seq()).isEqualTo(8);
	}

	@Test
	void streamWithoutAStateAndABeginningSaysWhatToDo() {
		KnownStream stream = points();
		send(stream, 0, 2);
		send(stream, 2, 4);
		this.known.log().letGo(stream.id(), 1);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.known.begin(stream, List.of()))
			.withMessageContaining("snapshot");
	}

	@Test
	void requestThatWasKeptInPartIsCompletedWhenItIsSentAgain() {
		KnownStream stream = points();
		send(stream, "k", 0, 12_000);
		// the process was killed after the first part
		this.tails.cut(stream.id(), 1);
		IntakeAnswer again = send(stream, "k", 0, 12_000);
		assertThat(again.accepted()).isEqualTo(12_000);
		assertThat(this.desk.view(stream).lastSeq()).isEqualTo(12_000);
	}

	@Test
	void keyWithALongerOrShorterBodyIsRefused() {
		KnownStream stream = points();
		send(stream, "k", 0, 6000);
		for (int to : new int[] { 5000, 11_000 }) {
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> send(stream, "k", 0, to))
				.matches((problem) -> problem.code() == ErrorCode.IDEMPOTENCY_KEY_REUSED);
		}
		assertThat(this.desk.view(stream).lastSeq()).isEqualTo(6000);
	}

	@Test
	void eventsOfAStreamThatIsDeletedMeanwhileAreRefusedAndLeaveNothing() {
		KnownStream stream = points();
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> this.intake.events(stream, null, (entries) -> {
				entries.accept(new SentEntry(1, cells(1), null));
				this.desk.delete(stream.id());
				return Set.copyOf(stream.definition().columns());
			}))
			.matches((problem) -> problem.code() == ErrorCode.STREAM_NOT_FOUND);
		assertThat(this.known.log().read(stream.id(), 0)).isEmpty();
	}

	@Test
	void longStateIsKeptBesideTheDatabaseAndGoesWithTheNextOne() {
		KnownStream stream = points();
		byte[] state = new byte[20 << 20];
		state[12_345] = 1;
		tell(stream, 5, state);
		assertThat(this.known.results().place(stream.id(), 0).state()).isEqualTo(state);
		assertThat(this.known.results().mark(stream.id()).orElseThrow().stateBatch()).isEqualTo(5);
		assertThat(blobs()).isEqualTo(1);
		tell(stream, 6, new byte[] { 1, 2, 3 });
		assertThat(this.known.results().place(stream.id(), 0).state()).containsExactly(1, 2, 3);
		assertThat(blobs()).isZero();
		tell(stream, 7, state);
		this.known.results().delete(stream.id());
		assertThat(blobs()).isZero();
	}

	private void tell(KnownStream stream, int batch, byte[] state) {
		this.known.results()
			.tell(new FoldResult(stream.id(), 0, batch, "{\"seq\": 1}", false, new FoldPlace(batch, state)));
	}

	private long blobs() {
		try (java.util.stream.Stream<Path> files = java.nio.file.Files.walk(this.home)) {
			return files.filter((file) -> file.toFile().length() > 1_000_000 && file.toFile().isFile()).count();
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	@Test
	void pointsAreOfTheirStreamAndWithoutWhatIsLong() {
		KnownStream stream = points();
		for (long seq : new long[] { 500, 1000, 1500 }) {
			this.known.results()
				.tell(new FoldResult(stream.id(), 0, seq, "{\"seq\": %d, \"weights\": [1, 2]}".formatted(seq), true,
						new FoldPlace(1, new byte[0])));
		}
		assertThat(this.known.results().points(stream.id(), 500, 10)).extracting((point) -> point.metrics())
			.containsExactly("{\"seq\":1000}", "{\"seq\":1500}");
		assertThat(this.known.results().points(stream.id() + "x", 0, 10)).isEmpty();
	}

	@Test
	void replayThatWouldTakeYearsIsRefusedByTheSpeedThatDoes() {
		KnownStream stream = define(StreamStage.LATER);
		StreamIntake.Entries file = (entries) -> {
			entries.accept(new SentEntry(1, new String[] { "a", "2020-01-01", "1", "2" }, null));
			entries.accept(new SentEntry(2, new String[] { "b", "2021-01-01", "1", "2" }, null));
			return Set.copyOf(stream.definition().columns());
		};
		Replays replays = new Replays(this.intake);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> replays.begin(stream, 1e-300, false, file))
			.withMessageContaining("12.2");
		assertThat(replays.begin(stream, 1e6, false, file).seconds()).isCloseTo(31.6224, within(1e-9));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> replays.begin(stream, 1e6, false, file))
			.matches((problem) -> problem.code() == ErrorCode.STREAM_STATE_CONFLICT);
		assertThat(replays.stop(stream.id())).isTrue();
		assertThat(replays.stop(stream.id())).isFalse();
	}

}
