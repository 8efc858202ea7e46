package io.exoscout.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.exoscout.forecast.collection.SeriesDatabase;
import io.exoscout.forecast.collection.SeriesLimits;
import io.exoscout.forecast.model.SeriesModel;
import io.exoscout.forecast.model.SeriesModelFile;
import io.exoscout.forecast.model.SeriesModels;
import io.exoscout.series.SeriesOptions;
import io.exoscout.series.SeriesTraining;
import io.exoscout.series.TimeGrid;
import io.exoscout.store.GridFsBlobStore;
import io.exoscout.store.MongoAccess;
import io.exoscout.stream.course.BatchFold;
import io.exoscout.stream.course.FoldPlace;
import io.exoscout.stream.course.FoldResult;
import io.exoscout.stream.course.FoldSurroundings;
import io.exoscout.stream.course.MongoStreamResults;
import io.exoscout.stream.course.StreamCourse;
import io.exoscout.stream.definition.KnownStream;
import io.exoscout.stream.definition.StreamDocument;
import io.exoscout.stream.definition.Streams;
import io.exoscout.stream.intake.StreamIntake;
import io.exoscout.stream.log.LogTails;
import io.exoscout.stream.log.MongoStreamLog;
import io.exoscout.stream.sent.SentEntry;
import io.exoscout.stream.snapshot.StreamSnapshots;
import io.exoscout.stream.stored.StoredModels;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Streams and series that are backed up, and go on elsewhere. */
class LiveBackupTests {

	private static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private static final String DEFINITION = """
			{"name": "points", "id": ["id"], "label": {"column": "above", "positive": ["1"]},
			 "features": [{"column": "x"}, {"column": "y", "impute": "mean"}]}""";

	private static final SeriesLimits LIMITS = new SeriesLimits(null, 1000, 20, 10, 20, 1_000_000, 1, Duration.ZERO);

	@TempDir
	Path dir;

	/** The service of streams, as far as it is about what is kept. */
	private record Place(FoldSurroundings known, StreamIntake intake, StreamSnapshots snapshots) {

		static Place of(TestStores stores) {
			MongoAccess access = new MongoAccess(stores.mongo());
			Clock clock = Clock.systemUTC();
			FoldSurroundings known = new FoldSurroundings(new Streams(access, JSON, clock), new MongoStreamLog(access),
					new MongoStreamResults(access, stores.blobs(), JSON, clock), JSON, new StoredModels(null, access));
			return new Place(known,
					new StreamIntake(known.streams(), new LogTails(known.log(), 100_000, clock), (woken) -> {
					}, clock), new StreamSnapshots(access, stores.blobs(), clock));
		}

		long send(KnownStream stream, int from, int to) {
			return this.intake.events(stream, null, (entries) -> {
				IntStream.range(from, to)
					.forEach((i) -> entries.accept(new SentEntry(i,
							new String[] { "p" + i, String.valueOf(Math.sin(i * 12.9898)),
									String.valueOf(Math.cos(i * 78.233)),
									(Math.sin(i * 12.9898) > Math.cos(i * 78.233)) ? "1" : "0" },
							null)));
				return Set.copyOf(stream.definition().columns());
			}).accepted();
		}

		/** Folds from a place to the end of the log. */
		BatchFold fold(BatchFold fold, KnownStream stream) {
			while (this.known.log().read(stream.id(), fold.nextBatch()).isPresent()) {
				fold.fold(this.known.log().read(stream.id(), fold.nextBatch()).orElseThrow());
			}
			return fold;
		}

		void tell(KnownStream stream, BatchFold fold) {
			this.known.results()
				.tell(new FoldResult(stream.id(), stream.turns(), fold.seq(), JSON.writeValueAsString(fold.metrics()),
						true, fold.place()));
		}

	}

	@Test
	void streamGoesOnElsewhereWithTheSameBits() {
		KnownStream stream;
		try (TestStores from = TestStores.open(this.dir.resolve("from"), "directory")) {
			Place place = Place.of(from);
			stream = place.known().streams().define(JSON.readValue(DEFINITION, StreamDocument.class), 10);
			place.send(stream, 0, 100);
			place.send(stream, 100, 200);
			BatchFold fold = place.fold(place.known().fold(stream, FoldPlace.BEGINNING), stream);
			place.tell(stream, fold);
			place.snapshots()
				.keep(stream.id(), new StreamCourse(0, 200, "{}", fold.nextBatch(), Instant.EPOCH), fold.place());
			// the beginning is let go of, and what comes last is not learned from yet
			place.known().log().letGo(stream.id(), 1);
			place.send(stream, 200, 300);
			Backup.write(from.stores(), this.dir.resolve("backup.zip"), "test", Clock.systemUTC());
		}
		BatchFold oracle = oracle();
		try (TestStores to = TestStores.open(this.dir.resolve("to"), "gridfs")) {
			restore(to);
			Place place = Place.of(to);
			KnownStream back = place.known().streams().get(stream.id());
			BatchFold fold = place.known().begin(back, List.of());
			assertThat(fold.seq()).isEqualTo(200);
			assertThat(place.send(back, 250, 400)).isEqualTo(100);
			assertThat(place.fold(fold, back).place().state()).isEqualTo(oracle.place().state());
			assertThat(place.known().results().course(stream.id()).orElseThrow().seq()).isEqualTo(200);
			assertThat(place.known().results().points(stream.id(), 0, 10)).hasSize(1);
			assertThat(place.snapshots().find(stream.id(), 200).orElseThrow().place().nextBatch()).isEqualTo(2);
		}
	}

	/** A stream to which the same came, and that nobody ever moved. */
	private BatchFold oracle() {
		try (TestStores never = TestStores.open(this.dir.resolve("never"), "directory")) {
			Place place = Place.of(never);
			KnownStream stream = place.known().streams().define(JSON.readValue(DEFINITION, StreamDocument.class), 10);
			for (int i = 0; i < 400; i += 100) {
				place.send(stream, i, i + 100);
			}
			return place.fold(place.known().fold(stream, FoldPlace.BEGINNING), stream);
		}
	}

	@Test
	void collectionAndModelOfSeriesComeBackAsTheyWere() {
		List<Document> points = List.of(
				new Document("_id", new ObjectId()).append("timestamp", new Date(5)).append("value", 1.5),
				new Document("_id", "7").append("sha256", "0".repeat(64)).append("bytes", 4L));
		SeriesModel model = model();
		String id;
		try (TestStores from = TestStores.open(this.dir.resolve("from"), "directory")) {
			from.stores().series().database().getCollection("flow").insertMany(points);
			from.stores()
				.series()
				.database()
				.getCollection("series.owners")
				.insertOne(new Document("_id", "flow").append("owner", "ada"));
			id = models(from).save(model).modelId();
			Backup.write(from.stores(), this.dir.resolve("backup.zip"), "test", Clock.systemUTC());
		}
		try (TestStores to = TestStores.open(this.dir.resolve("to"), "directory")) {
			restore(to);
			assertThat(to.stores().series().database().getCollection("flow").find())
				.containsExactlyInAnyOrderElementsOf(points);
			assertThat(to.stores().series().database().getCollection("series.owners").find().first())
				.containsEntry("owner", "ada");
			SeriesModels models = models(to);
			assertThat(SeriesModelFile.write(models.load(models.get(id)))).isEqualTo(SeriesModelFile.write(model));
			assertThat(to.stores().isEmpty()).isFalse();
		}
	}

	private static SeriesModel model() {
		double[] times = IntStream.range(0, 200).mapToDouble((i) -> i).toArray();
		double[] values = IntStream.range(0, 200).mapToDouble((i) -> Math.sin(i * 0.7)).toArray();
		SeriesOptions options = new SeriesOptions(10, 0, 1, false, 100);
		TreeMap<String, SeriesModel.FittedGroup> groups = new TreeMap<>();
		groups.put("", new SeriesModel.FittedGroup(SeriesTraining.fit(TimeGrid.of(times, values), options), 200, 0, 0,
				0, 0, 199));
		return new SeriesModel("flow", "value", "timestamp", null, false, options, groups, List.of());
	}

	private static SeriesModels models(TestStores stores) {
		SeriesDatabase database = new SeriesDatabase(stores.client(), stores.stores().database().getName(), LIMITS);
		return new SeriesModels(database, new GridFsBlobStore(database.databases()), LIMITS, Clock.systemUTC());
	}

	private void restore(TestStores stores) {
		assertThat(stores.stores().isEmpty()).isTrue();
		Restore.read(this.dir.resolve("backup.zip"), stores.stores(), () -> {
		});
	}

}
