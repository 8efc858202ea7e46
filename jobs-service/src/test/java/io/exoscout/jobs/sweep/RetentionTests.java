package io.exoscout.jobs.sweep;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.exoscout.caller.Callers;
import io.exoscout.forest.Forests;
import io.exoscout.forest.Link;
import io.exoscout.installation.Installation;
import io.exoscout.job.Claim;
import io.exoscout.job.Job;
import io.exoscout.job.Jobs;
import io.exoscout.job.TestJobs;
import io.exoscout.jobs.JobStage;
import io.exoscout.model.MadeModels;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelFile;
import io.exoscout.model.ModelStore;
import io.exoscout.model.TrainedModel;
import io.exoscout.store.BlobMark;
import io.exoscout.store.BlobStore;
import io.exoscout.work.References;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class RetentionTests {

	private static final RetentionSettings TEN_DAYS = new RetentionSettings(Duration.ofDays(10), Duration.ofDays(10),
			Duration.ofDays(10), Duration.ofDays(10));

	private static final Duration NINE_DAYS = Duration.ofDays(9);

	private static final Duration ELEVEN_DAYS = Duration.ofDays(11);

	private static final SimpleMeterRegistry REGISTRY = new SimpleMeterRegistry();

	private static final RetentionMeters METERS = new RetentionMeters(REGISTRY);

	private final JobStage stage = new JobStage();

	private final ModelStore models = this.stage.models();

	private final BlobStore blobs = this.stage.bean(BlobStore.class);

	private final Jobs jobs = this.stage.jobs();

	@BeforeEach
	void clear() {
		this.stage.clear();
	}

	@AfterEach
	void close() {
		this.stage.close();
	}

	@Test
	void jobThatIsOldEnoughGoesWithTableModelAndLists() {
		trained("a");
		Job job = this.jobs.find("a").orElseThrow();
		ModelCard card = this.models.find("a").orElseThrow();
		sweep(NINE_DAYS);
		assertThat(this.jobs.find("a")).as("not yet").contains(job);
		sweep(ELEVEN_DAYS);
		assertThat(this.jobs.find("a")).isEmpty();
		assertThat(this.models.find("a")).isEmpty();
		assertThat(this.blobs.exists(job.dataset().sha256())).isFalse();
		assertThat(this.blobs.exists(card.file().sha256())).isFalse();
	}

	@Test
	void eachThatGoesIsNamedInTheLogAndCounted(CapturedOutput log) {
		trained("a");
		double before = REGISTRY.get("exoscout.retention.jobs").tag("kind", "training").counter().count();
		Logger told = (Logger) LoggerFactory.getLogger(Retention.class);
		Level usual = told.getLevel();
		told.setLevel(Level.INFO);
		try {
			sweep(ELEVEN_DAYS);
		}
		finally {
			told.setLevel(usual);
		}
		assertThat(log.getOut()).contains("Job a (mine) ended at");
		assertThat(REGISTRY.get("exoscout.retention.jobs").tag("kind", "training").counter().count())
			.isEqualTo(before + 1);
	}

	@Test
	void nothingGoesWhereNothingIsSet() {
		trained("a");
		sweep(new RetentionSettings(null, null, null, null), Duration.ofDays(10_000));
		assertThat(this.jobs.find("a")).isPresent();
	}

	@Test
	void whatIsKeptStaysUntilItIsLetGo() {
		trained("a");
		this.jobs.keep("a", true);
		sweep(ELEVEN_DAYS);
		assertThat(this.jobs.find("a")).isPresent();
		this.jobs.keep("a", false);
		sweep(ELEVEN_DAYS);
		assertThat(this.jobs.find("a")).isEmpty();
	}

	@Test
	void modelThatAnAliasPointsAtStaysWithItsTable() {
		trained("a");
		this.models.aliases().create("champion", "a", (model) -> true);
		sweep(ELEVEN_DAYS);
		Job job = this.jobs.find("a").orElseThrow();
		assertThat(this.models.find("a")).isPresent();
		assertThat(this.blobs.exists(job.dataset().sha256())).isTrue();
	}

	@Test
	void tableThatAnotherJobNeedsStays() {
		trained("a");
		this.stage.uploaded("b", "koi", Instant.now());
		sweep(ELEVEN_DAYS);
		assertThat(this.jobs.find("a")).isEmpty();
		assertThat(this.blobs.exists(this.jobs.find("b").orElseThrow().dataset().sha256())).isTrue();
	}

	@Test
	void jobsThatHaveNotEndedAndThoseThatEndedLatelyStay() {
		this.stage.uploaded("waits", "koi", Instant.now().minus(ELEVEN_DAYS));
		this.stage.uploaded("failed", "koi", Instant.now().minus(ELEVEN_DAYS));
		this.jobs.cancel("failed");
		sweep(NINE_DAYS);
		assertThat(this.jobs.find("failed")).as("was accepted long ago, and ended just now").isPresent();
		sweep(ELEVEN_DAYS);
		assertThat(this.jobs.find("failed")).isEmpty();
		assertThat(this.jobs.find("waits")).isPresent();
	}

	@Test
	void trainingsAndPredictionsHaveTimesOfTheirOwn() {
		trained("a");
		this.jobs.submit(TestJobs.prediction("b"));
		this.jobs.cancel("b");
		sweep(new RetentionSettings(null, Duration.ofDays(10), null, null), ELEVEN_DAYS);
		assertThat(this.jobs.find("a")).isPresent();
		assertThat(this.jobs.find("b")).isEmpty();
	}

	@Test
	void importedModelGoesUnlessAnAliasPointsAtIt() throws IOException {
		String one = imported("one");
		String other = imported("other");
		this.models.aliases().create("champion", other, (model) -> true);
		sweep(NINE_DAYS);
		assertThat(this.models.find(one)).as("not yet").isPresent();
		sweep(ELEVEN_DAYS);
		assertThat(this.models.find(one)).isEmpty();
		assertThat(this.models.find(other)).isPresent();
	}

	@Test
	void removesNothingFromADatabaseThatIsNotThatOfTheBlobs(CapturedOutput log) {
		trained("a");
		Installation real = this.stage.bean(Installation.class);
		BlobMark theirs = (BlobMark) Proxy.newProxyInstance(BlobMark.class.getClassLoader(),
				new Class<?>[] { BlobMark.class }, (proxy, method, arguments) -> method.getName().equals("identity")
						? Optional.of("somebody else's") : method.invoke(real.mark(), arguments));
		Installation other = new Installation(real.database(), theirs, real.blobs(), real.wanted(), false);
		new Retention(other, this.jobs, this.models, this.jobs::delete, (sha256) -> false, TEN_DAYS, METERS,
				Clock.offset(Clock.systemUTC(), ELEVEN_DAYS))
			.sweep();
		assertThat(this.jobs.find("a")).isPresent();
		assertThat(log.getOut()).contains("Nothing is removed for its age");
	}

	@Test
	void tellsWhenAJobGoes() {
		trained("a");
		Job job = this.jobs.find("a").orElseThrow();
		Retention retention = retention(this.stage, TEN_DAYS, Duration.ZERO);
		assertThat(retention.of(job)).contains(job.endedAt().plus(Duration.ofDays(10)));
		assertThat(retention.of(this.jobs.keep("a", true).orElseThrow())).isEmpty();
		assertThat(retention.of(this.jobs.submit(TestJobs.kepler("waits")).job())).isEmpty();
		this.models.aliases().create("champion", "a", (model) -> true);
		assertThat(retention.of(this.jobs.keep("a", false).orElseThrow())).isEmpty();
	}

	private void trained(String jobId) {
		Callers.analyst("ada", () -> {
			this.stage.uploaded(jobId, "koi", Instant.now());
			return jobId;
		});
		this.jobs.claim(this.jobs.find(jobId).orElseThrow(), "worker", Duration.ofMinutes(1));
		this.models.save("mine", model(jobId), MadeModels.candidates(3));
		this.jobs.complete(new Claim(jobId, "worker", 1), Map.of());
	}

	private String imported(String name) throws IOException {
		TrainedModel model = model(name);
		return this.models.keep(name, model, ModelFile.write(model), name).modelId();
	}

	private static TrainedModel model(String name) {
		return MadeModels.model(MadeModels.manifest(name, 4),
				Forests.of(MadeModels.forest(Link.LOGISTIC, 4, 2, name.hashCode())));
	}

	private void sweep(Duration later) {
		sweep(TEN_DAYS, later);
	}

	private void sweep(RetentionSettings settings, Duration later) {
		retention(this.stage, settings, later).sweep();
	}

	private static Retention retention(JobStage stage, RetentionSettings settings, Duration later) {
		return retention(stage.bean(Installation.class), stage.jobs(), stage.models(), stage.actions()::delete,
				stage.bean(References.class), settings, later);
	}

	/** One that believes it is later than it is. */
	static Retention retention(ConfigurableApplicationContext context, RetentionSettings settings, Duration later) {
		Jobs jobs = context.getBean(Jobs.class);
		return retention(context.getBean(Installation.class), jobs, context.getBean(ModelStore.class), jobs::delete,
				context.getBean(References.class), settings, later);
	}

	private static Retention retention(Installation installation, Jobs jobs, ModelStore models,
			Consumer<String> removal, References references, RetentionSettings settings, Duration later) {
		return new Retention(installation, jobs, models, removal, references, settings, METERS,
				Clock.offset(Clock.systemUTC(), later));
	}

}
