package io.exoscout.orchestrator;

import java.util.List;

import io.exoscout.job.Job;
import io.exoscout.job.Jobs;
import io.exoscout.job.Jobs.Submission;
import io.exoscout.job.TestJobs;
import io.exoscout.model.MadeModels;
import io.exoscout.model.ModelStore;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class ModelNamesTests {

	/** What example jobs call their models. */
	private static final String NAME = "first_light";

	private static ConfigurableApplicationContext context;

	private static Jobs jobs;

	private static ModelNames names;

	@BeforeAll
	static void start() {
		context = TestServers.context(WorkConfiguration.class);
		jobs = context.getBean(Jobs.class);
		names = new ModelNames(jobs, context.getBean(ModelStore.class));
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@BeforeEach
	void clear() {
		TestServers.clear(context);
	}

	private static List<String> notes(Submission submission, @Nullable String wanted) {
		String params = (wanted != null) ? "{\"model_name\": \"%s\"}".formatted(wanted) : null;
		return names.notes(submission, new TrainingRequestReader(JsonMapper.builder().build()).read(params));
	}

	private static Submission submitted(String jobId) {
		return jobs.submit(TestJobs.kepler(jobId));
	}

	private static void stored(String jobId) {
		context.getBean(ModelStore.class)
			.save(NAME, MadeModels.model(MadeModels.manifest(jobId, 4), MadeModels.forests(4, 2)),
					MadeModels.candidates(1));
	}

	@Test
	void newNameNeedsNoNote() {
		assertThat(notes(submitted("mine"), NAME)).isEmpty();
	}

	@Test
	void nameOfAStoredModelIsTaken() {
		stored("other");
		assertThat(notes(submitted("mine"), NAME)).singleElement()
			.asString()
			.contains("called 'first_light' already", "job other", "job_id");
	}

	@Test
	void nameOfAModelThatIsStillToBeTrainedIsTakenToo() {
		submitted("waiting");
		assertThat(notes(submitted("mine"), NAME)).singleElement().asString().contains("job waiting");
	}

	@Test
	void cancelledJobTakesNoName() {
		submitted("cancelled");
		jobs.cancel("cancelled");
		assertThat(notes(submitted("mine"), NAME)).isEmpty();
	}

	@Test
	void ownModelOfAnEarlierTimeTakesNoName() {
		stored("mine");
		assertThat(notes(submitted("mine"), NAME)).isEmpty();
	}

	@Test
	void nameMadeOfTheIdIsNobodyElses() {
		stored("other");
		assertThat(notes(submitted("mine"), null)).isEmpty();
	}

	@Test
	void knownJobKeepsItsNameAndSaysSo() {
		Job job = submitted("mine").job();
		assertThat(notes(new Submission(job, false), "another")).singleElement()
			.asString()
			.contains("'first_light'", "not renamed to 'another'");
		assertThat(notes(new Submission(job, false), NAME)).isEmpty();
	}

}
