package io.exoscout.predictor;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.exoscout.body.Spool;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.dataset.Datasets;
import io.exoscout.explanation.WantedExplanation;
import io.exoscout.forest.Forests;
import io.exoscout.forest.Link;
import io.exoscout.job.Claim;
import io.exoscout.job.Job;
import io.exoscout.job.JobParams;
import io.exoscout.job.Jobs;
import io.exoscout.model.MadeModels;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelManifest;
import io.exoscout.model.ModelStore;
import io.exoscout.prediction.PredictionFile;
import io.exoscout.prediction.PredictionReader;
import io.exoscout.prediction.StoredPredictions;
import io.exoscout.predictor.scoring.BlockThreads;
import io.exoscout.predictor.scoring.ReducedModelCache;
import io.exoscout.predictor.shelf.ModelShelf;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.BlobStore;
import io.exoscout.work.References;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import io.exoscout.worker.WorkStopped;
import io.exoscout.worker.WorkWatch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StoredPredictionTests {

	private static final int ROWS = 200;

	private static ConfigurableApplicationContext context;

	private static Jobs jobs;

	private static BlobStore blobs;

	@TempDir
	Path spool;

	private StoredPrediction work;

	private ModelCard model;

	private DatasetRef table;

	@BeforeAll
	static void start() {
		context = TestServers.context(WorkConfiguration.class);
		jobs = context.getBean(Jobs.class);
		blobs = context.getBean(BlobStore.class);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@BeforeEach
	void prepare() {
		TestServers.clear(context);
		ModelStore models = context.getBean(ModelStore.class);
		this.work = new StoredPrediction(new ModelShelf(jobs, models, DataSize.ofMegabytes(1)),
				new ReducedModelCache(DataSize.ofMegabytes(1), 1), new BlockThreads(2), context.getBean(Datasets.class),
				blobs, new Spool(this.spool), context.getBean(References.class),
				new ScoredRows(new SimpleMeterRegistry()), (job, state, failure) -> {
				});
		this.model = save(MadeModels.manifest("model", 4));
		byte[] csv = table().getBytes(StandardCharsets.UTF_8);
		this.table = new DatasetRef(blobs.put(csv).sha256(), "made.csv", csv.length, ROWS, 6, null, null);
	}

	private static ModelCard save(ModelManifest manifest) {
		return context.getBean(ModelStore.class)
			.save("mine", MadeModels.model(manifest, Forests.of(MadeModels.forest(Link.LOGISTIC, 4, 2, 7))),
					MadeModels.candidates(1));
	}

	private static String table() {
		StringBuilder table = new StringBuilder("kepid,kepoi_name,koi_0,koi_1,koi_2,koi_3\n");
		for (int i = 1; i <= ROWS; i++) {
			table.append("%d,K%d,%d,%d,%d,\n".formatted(i, i, i % 5, i % 7, i % 3));
		}
		return table.toString();
	}

	private Job job(String jobId, JobParams params) {
		return Job.prediction(jobId, "mine", params, this.table, Instant.now());
	}

	private Job job(String jobId) {
		return job(jobId, JobParams.of(this.model, WantedExplanation.of(1, null, null, null), null, JobParams.TABLE));
	}

	private Map<String, Object> completed(Job job, PredictionOutcome outcome) {
		jobs.submit(job);
		jobs.claim(jobs.find(job.jobId()).orElseThrow(), "worker", Duration.ofMinutes(1));
		Map<String, Object> results = this.work.store(job, outcome);
		assertThat(jobs.complete(new Claim(job.jobId(), "worker", 1), results)).isTrue();
		return results;
	}

	private PredictionOutcome perform(Job job) {
		return this.work.perform(job, new Watch(Integer.MAX_VALUE));
	}

	@Test
	void keepsWhatItPredictedAndSaysHowFarItIs() throws Exception {
		Watch watch = new Watch(Integer.MAX_VALUE);
		PredictionOutcome outcome = this.work.perform(job("a"), watch);
		assertThat(watch.fraction).isBetween(0.5, 1.0);
		StoredPredictions stored = StoredPredictions.of(completed(job("a"), outcome));
		assertThat(stored.header().missingColumns()).containsExactly("koi_3");
		assertThat(stored.header().ignoredColumns()).containsExactly("kepid", "kepoi_name");
		assertThat(stored.result().rows()).isEqualTo(ROWS);
		assertThat(StoredPredictions.of(jobs.find("a").orElseThrow().results())).isEqualTo(stored);
		try (PredictionReader reader = PredictionFile.read(blobs.open(stored.result().sha256()))) {
			assertThat(reader.next().object()).isEqualTo("K1");
		}
		this.work.release(outcome);
		assertThat(this.spool).isEmptyDirectory();
	}

	@Test
	void stopsAndLeavesNothing() {
		assertThatExceptionOfType(WorkStopped.class).isThrownBy(() -> this.work.perform(job("a"), new Watch(4)));
		assertThat(this.spool).isEmptyDirectory();
	}

	@Test
	void confirmBringsBackAResultThatWasTakenAway() {
		PredictionOutcome outcome = perform(job("a"));
		completed(job("a"), outcome);
		blobs.remove(outcome.file().sha256(), (sha256) -> false);
		this.work.confirm(job("a"), outcome);
		assertThat(blobs.exists(outcome.file().sha256())).isTrue();
		this.work.release(outcome);
	}

	@Test
	void confirmBringsNothingBackForAJobThatIsGone() {
		PredictionOutcome outcome = perform(job("a"));
		completed(job("a"), outcome);
		jobs.delete("a");
		blobs.remove(outcome.file().sha256(), (sha256) -> false);
		this.work.confirm(job("a"), outcome);
		assertThat(blobs.exists(outcome.file().sha256())).isFalse();
		this.work.release(outcome);
	}

	@Test
	void discardsItsResultUnlessAnotherJobHasTheSame() {
		PredictionOutcome outcome = perform(job("a"));
		completed(job("a"), outcome);
		this.work.store(job("b"), outcome);
		this.work.discard(job("b"), outcome);
		assertThat(blobs.exists(outcome.file().sha256())).isTrue();
		jobs.delete("a");
		this.work.discard(job("b"), outcome);
		assertThat(blobs.exists(outcome.file().sha256())).isFalse();
		this.work.release(outcome);
	}

	@Test
	void refusesAModelThatIsNoLongerTheSame() {
		JobParams accepted = JobParams.of(this.model, WantedExplanation.NONE, null, JobParams.TABLE);
		save(MadeModels.manifest("model", 5));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> perform(job("a", accepted)))
			.returns(ErrorCode.MODEL_CHANGED, ProblemException::code);
		assertThat(this.spool).isEmptyDirectory();
	}

	@Test
	void knowsWhatItIsTooOldFor() {
		assertThat(this.work.tooNew(job("a"))).isEmpty();
		assertThat(this.work.tooNew(job("a", JobParams.of(this.model, WantedExplanation.NONE, null, "stream"))))
			.contains("input 'stream'");
		ModelManifest from = MadeModels.manifest("newer", 4);
		ModelCard newer = save(new ModelManifest(from.jobId(), from.mission(), from.options(), "kepler-99",
				from.features(), from.classNames(), from.importance(), from.calibration(), from.calibrator(),
				from.metrics(), from.evaluation(), from.datasetSha256(), from.provenance()));
		assertThat(this.work.tooNew(job("a", JobParams.of(newer, WantedExplanation.NONE, null, JobParams.TABLE))))
			.contains("feature set 'kepler-99'");
	}

	/** Somebody who wants it to stop after a while. */
	private static final class Watch implements WorkWatch {

		private int patience;

		private double fraction;

		Watch(int patience) {
			this.patience = patience;
		}

		@Override
		public void progress(String phase, double fraction, String message) {
			assertThat(fraction).isBetween(this.fraction, 1.0);
			this.fraction = fraction;
		}

		@Override
		public boolean stopped() {
			return --this.patience < 0;
		}

	}

}
