package io.exoscout.predictor.shelf;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.exoscout.explanation.WantedExplanation;
import io.exoscout.job.Claim;
import io.exoscout.job.Jobs;
import io.exoscout.job.TestJobs;
import io.exoscout.model.MadeModels;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelStore;
import io.exoscout.predictor.TestModels;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ModelShelfTests {

	private static ConfigurableApplicationContext context;

	private static Jobs jobs;

	private final AtomicLong nanos = new AtomicLong();

	private ModelShelf shelf;

	@BeforeAll
	static void start() {
		context = TestServers.context(WorkConfiguration.class);
		jobs = context.getBean(Jobs.class);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@BeforeEach
	void clear() {
		TestServers.clear(context);
		this.shelf = new ModelShelf(jobs, context.getBean(ModelStore.class), DataSize.ofMegabytes(1), this.nanos::get);
	}

	@Test
	void newestOfANameIsTheNewestOfACompletedJob() {
		completed("first");
		completed("second");
		stored("cancelled");
		jobs.cancel("cancelled");
		stored("running");
		assertThat(this.shelf.find(named("mine")).card().modelId()).isEqualTo("second");
	}

	@Test
	void thereIsNoneOfANameUntilAJobIsCompleted() {
		stored("running");
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.shelf.find(named("mine")))
			.matches((ex) -> ex.code() == ErrorCode.MODEL_NOT_FOUND);
	}

	@Test
	void listIsFullAlthoughSomeJobsAreNotCompleted() {
		completed("first");
		stored("one");
		completed("second");
		stored("two");
		stored("three");
		completed("third");
		assertThat(this.shelf.newest(2)).extracting(ModelCard::modelId).containsExactly("third", "second");
		assertThat(this.shelf.newest(5)).extracting(ModelCard::modelId).containsExactly("third", "second", "first");
	}

	@Test
	void aNewerModelOfANameIsUsedASecondLater() {
		completed("first");
		assertThat(this.shelf.find(named("mine")).card().modelId()).isEqualTo("first");
		completed("second");
		this.nanos.addAndGet(ModelShelf.BELIEVED.toNanos() - 1);
		assertThat(this.shelf.find(named("mine")).card().modelId()).isEqualTo("first");
		this.nanos.addAndGet(1);
		assertThat(this.shelf.find(named("mine")).card().modelId()).isEqualTo("second");
	}

	@Test
	void aModelThatWasNotThereIsLookedForAgainAtOnce() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.shelf.find(named("mine")));
		completed("first");
		assertThat(this.shelf.find(named("mine")).card().modelId()).isEqualTo("first");
	}

	private static ModelRequest named(String label) {
		return new ModelRequest(null, label, WantedExplanation.NONE);
	}

	private static void completed(String jobId) {
		stored(jobId);
		assertThat(jobs.complete(new Claim(jobId, "worker", 1), Map.of())).isTrue();
	}

	/** As between storing a model and completing its job. */
	private static void stored(String jobId) {
		jobs.submit(TestJobs.kepler(jobId));
		jobs.claim(jobId, "worker", Duration.ofMinutes(1));
		context.getBean(ModelStore.class)
			.save("mine", MadeModels.model(MadeModels.manifest(jobId, 4), MadeModels.forests(4, 2)),
					MadeModels.candidates(1));
	}

	@Test
	void objectsThatAModelKnowsTakeRoom() {
		int alone = ModelShelf.kilobytes(TestModels.longPeriodsArePlanets());
		assertThat(ModelShelf.kilobytes(TestModels.amongObjects(10_000)) - alone).isBetween(850, 870);
	}

}
