package io.exoscout.jobs;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.exoscout.candidate.CandidateRanking;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.dataset.Datasets;
import io.exoscout.job.Claim;
import io.exoscout.job.Job;
import io.exoscout.job.Jobs;
import io.exoscout.job.TestJobs;
import io.exoscout.jobs.listing.JobActions;
import io.exoscout.model.MadeModels;
import io.exoscout.model.ModelStore;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.share.Quotas;
import io.exoscout.store.BlobStore;
import io.exoscout.store.MongoAccess;
import io.exoscout.work.References;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import io.exoscout.work.WorkQueue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.ModelAndView;

import static org.assertj.core.api.Assertions.assertThat;

/** Jobs on tables of their own, completed with given lists, and a way to ask for them. */
public final class JobStage implements AutoCloseable {

	/** As the services write it. */
	public static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private final ConfigurableApplicationContext context = TestServers.context(WorkConfiguration.class);

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	public Jobs jobs() {
		return bean(Jobs.class);
	}

	public ModelStore models() {
		return bean(ModelStore.class);
	}

	public Datasets datasets() {
		return bean(Datasets.class);
	}

	public MongoAccess database() {
		return new MongoAccess(bean(MongoOperations.class));
	}

	public JobActions actions() {
		return new JobActions(jobs(), bean(WorkQueue.class), bean(Quotas.class), models(), bean(BlobStore.class),
				bean(References.class));
	}

	/** Forgets all documents and messages. */
	public void clear() {
		TestServers.clear(this.context);
	}

	/** A job that waits. */
	public void uploaded(String jobId, String table, Instant createdAt) {
		uploaded(jobId, table, createdAt, null);
	}

	/** A job that waits, on a table that the archive made then. */
	public void uploaded(String jobId, String table, Instant createdAt, @Nullable String downloaded) {
		Job like = TestJobs.kepler(jobId);
		byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
		DatasetRef ref = new DatasetRef(bean(BlobStore.class).put(bytes).sha256(), "koi.csv", bytes.length, 1, 1,
				downloaded, null);
		jobs().submit(Job.training(jobId, "mine", like.params(), ref, like.request().report(),
				like.request().features(), createdAt));
	}

	/** A job whose model ranked the objects of its table. */
	public void completed(String jobId, String table, Instant createdAt, CandidateRanking ranking) {
		uploaded(jobId, table, createdAt);
		completed(jobId, ranking);
	}

	/** The model of a waiting job ranks the objects of its table. */
	public void completed(String jobId, CandidateRanking ranking) {
		jobs().claim(jobs().find(jobId).orElseThrow(), "worker", Duration.ofMinutes(1));
		models().save("mine", MadeModels.model(MadeModels.manifest(jobId, 4), MadeModels.forests(4, 2)), ranking);
		assertThat(jobs().complete(new Claim(jobId, "worker", 1), Map.of())).isTrue();
	}

	/** Asks controllers. */
	public static MockMvcTester http(Object... controllers) {
		return MockMvcTester.of(List.of(controllers),
				(builder) -> builder.setMessageConverters(new JacksonJsonHttpMessageConverter(JSON))
					.setHandlerExceptionResolvers((request, response, handler, refusal) -> new ModelAndView())
					.build());
	}

	/** Makes sure that a request was refused. */
	public static void refused(MvcTestResult answer, ErrorCode code) {
		assertThat(answer.getMvcResult().getResolvedException()).isInstanceOfSatisfying(ProblemException.class,
				(problem) -> assertThat(problem.code()).isEqualTo(code));
	}

	/** What an answer says. */
	public static JsonNode json(MockHttpServletResponse response) {
		return JSON.readTree(response.getContentAsByteArray());
	}

	@Override
	public void close() {
		this.context.close();
	}

}
