package io.exoscout.predictor.shelf;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.exoscout.alias.ModelAlias;
import io.exoscout.job.Claim;
import io.exoscout.job.Jobs;
import io.exoscout.job.TestJobs;
import io.exoscout.model.MadeModels;
import io.exoscout.model.ModelStore;
import io.exoscout.predictor.TestModels;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

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
		assertThat(listed(2)).containsExactly("third", "second");
		assertThat(listed(5)).containsExactly("third", "second", "first");
	}

	private List<String> listed(int limit) {
		return new ModelPages(this.shelf, models())
			.page(ModelFilter.of(null, null, null, null, null), ModelOrder.of("-created_at"), limit, null)
			.models()
			.stream()
			.map((listed) -> listed.card().modelId())
			.toList();
	}

	@Test
	void aModelIsFoundByItsIdAnAliasAndItsLabel() {
		completed("first");
		completed("second");
		alias("champion", "first");
		assertThat(this.shelf.find(named("champion")).card().modelId()).isEqualTo("first");
		assertThat(this.shelf.find(named("champion")).notes()).isEmpty();
		assertThat(this.shelf.find(named("first")).card().modelId()).isEqualTo("first");
		assertThat(this.shelf.cards().named("champion").modelId()).isEqualTo("first");
		assertThat(this.shelf.cards().named("mine").modelId()).isEqualTo("second");
		assertThat(this.shelf.cards().named("second").modelId()).isEqualTo("second");
	}

	@Test
	void anAliasIsMoreThanALabel() {
		completed("first");
		completed("second");
		alias("mine", "first");
		assertThat(this.shelf.find(named("mine")).card().modelId()).isEqualTo("first");
		assertThat(this.shelf.cards().named("mine").modelId()).isEqualTo("first");
	}

	@Test
	void anAliasThatMovesIsFollowedWithinASecond() {
		completed("first");
		completed("second");
		ModelAlias seen = alias("champion", "first");
		assertThat(this.shelf.find(named("champion")).card().modelId()).isEqualTo("first");
		models().aliases().move(seen, "second", (modelId) -> true);
		this.nanos.addAndGet(ModelShelf.BELIEVED.toNanos());
		assertThat(this.shelf.find(named("champion")).card().modelId()).isEqualTo("second");
	}

	@Test
	void aModelIsReadBeforeAMovedAliasLeadsToIt() {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		this.shelf.bindTo(meters);
		completed("first");
		completed("second");
		ModelAlias seen = alias("champion", "first");
		this.shelf.load(this.shelf.find(named("champion")).card());
		models().aliases().move(seen, "second", (modelId) -> true);
		this.nanos.addAndGet(ModelShelf.BELIEVED.toNanos() / 2 + 1);
		await().until(() -> this.shelf.find(named("champion")).card().modelId().equals("second"));
		assertThat(meters.get("exoscout.model.lookups").tag("result", "miss").functionCounter().count()).isEqualTo(2);
		this.shelf.load(this.shelf.find(named("champion")).card());
		assertThat(meters.get("exoscout.model.lookups").tag("result", "miss").functionCounter().count()).isEqualTo(2);
	}

	@Test
	void anAliasWhoseModelIsGoneSaysSo() {
		alias("champion", "lost");
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.shelf.find(named("champion")))
			.returns(ErrorCode.MODEL_NOT_FOUND, ProblemException::code)
			.withMessageContaining("'champion' points at model 'lost'");
	}

	@Test
	void aModelOfARunningJobCanNotBeAskedByItsIdEither() {
		stored("running");
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.shelf.find(named("running")))
			.returns(ErrorCode.JOB_NOT_COMPLETED, ProblemException::code);
	}

	private static ModelAlias alias(String alias, String modelId) {
		return models().aliases().create(alias, modelId, (id) -> true).orElseThrow();
	}

	private static ModelStore models() {
		return context.getBean(ModelStore.class);
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
		return new ModelRequest(null, label);
	}

	private static void completed(String jobId) {
		stored(jobId);
		assertThat(jobs.complete(new Claim(jobId, "worker", 1), Map.of())).isTrue();
	}

	/** As between storing a model and completing its job. */
	private static void stored(String jobId) {
		jobs.submit(TestJobs.kepler(jobId));
		jobs.claim(jobs.find(jobId).orElseThrow(), "worker", Duration.ofMinutes(1));
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
