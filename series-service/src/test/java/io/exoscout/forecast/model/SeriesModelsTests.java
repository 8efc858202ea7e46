package io.exoscout.forecast.model;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.exoscout.caller.Callers;
import io.exoscout.forecast.collection.SeriesDatabase;
import io.exoscout.forecast.collection.SeriesLimits;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.series.FittedSeries;
import io.exoscout.series.SeriesOptions;
import io.exoscout.series.SeriesTraining;
import io.exoscout.series.TimeGrid;
import io.exoscout.store.DirectoryBlobStore;
import io.exoscout.web.MemoryMongo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Whose model answers. */
class SeriesModelsTests {

	private static final SeriesLimits LIMITS = new SeriesLimits(null, 1000, 20, 10, 20, 1_000_000, 1, Duration.ZERO);

	private static final SeriesOptions OPTIONS = new SeriesOptions(10, 0, 1, false, 100);

	private static MemoryMongo mongo;

	private static FittedSeries fit;

	@TempDir
	Path home;

	private Instant now = Instant.parse("2026-01-01T00:00:00Z");

	private final Clock clock = ((InstantSource) () -> this.now).withZone(ZoneOffset.UTC);

	private SeriesModels models;

	@BeforeAll
	static void start() {
		mongo = new MemoryMongo();
		double[] times = IntStream.range(0, 200).mapToDouble((i) -> i).toArray();
		double[] values = IntStream.range(0, 200).mapToDouble((i) -> Math.sin(i * 0.7)).toArray();
		fit = SeriesTraining.fit(TimeGrid.of(times, values), OPTIONS);
	}

	@AfterAll
	static void stop() {
		mongo.close();
	}

	@BeforeEach
	void clear() {
		SeriesDatabase database = new SeriesDatabase(mongo.client(), "jobs", LIMITS);
		database.databases().getMongoDatabase().drop();
		this.models = new SeriesModels(database, new DirectoryBlobStore(this.home), LIMITS, this.clock);
	}

	private SeriesModelCard train(String caller, String collection) {
		TreeMap<String, SeriesModel.FittedGroup> groups = new TreeMap<>();
		groups.put("", new SeriesModel.FittedGroup(fit, 200, 0, 0, 0, 0, 199));
		SeriesModel model = new SeriesModel(collection, "value", "timestamp", null, false, OPTIONS, groups, List.of());
		this.now = this.now.plusSeconds(1);
		return Callers.analyst(caller, () -> this.models.save(model));
	}

	private String newestFor(String caller) {
		return Callers.analyst(caller, () -> this.models.get(null)).modelId();
	}

	@Test
	void newestModelIsThatOfTheCaller() {
		String own = train("ada", "stars").modelId();
		train("bob", "rivers");
		assertThat(newestFor("ada")).isEqualTo(own);
	}

	@Test
	void whoHasNoneGetsTheNewestOfOneCollectionAndNamesOneOfSeveral() {
		String id = train("ada", "stars").modelId();
		assertThat(newestFor("eve")).isEqualTo(id);
		train("bob", "rivers");
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> newestFor("eve"))
			.withMessageContaining("model_id");
		assertThat(Callers.analyst("eve", () -> this.models.get(id)).modelId()).isEqualTo(id);
	}

	@Test
	void whoeverItIsGetsTheNewestOfAll() {
		train("ada", "stars");
		String id = train("bob", "rivers").modelId();
		assertThat(this.models.get(null).modelId()).isEqualTo(id);
	}

	@Test
	void nobodyHasMoreThanATenthOfAllModels() {
		train("ada", "one");
		train("ada", "two");
		// the same one again is no further one
		train("ada", "two");
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> train("ada", "three"))
			.matches((problem) -> problem.code() == ErrorCode.TOO_MANY_SERIES_MODELS);
		train("bob", "three");
	}

}
