package io.exoscout.orchestrator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.exoscout.archive.LabelMap;
import io.exoscout.archive.Target;
import io.exoscout.dataset.Datasets;
import io.exoscout.dataset.MadeTables;
import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.job.Jobs;
import io.exoscout.model.Algorithm;
import io.exoscout.model.TrainingOptions;
import io.exoscout.store.BlobRef;
import io.exoscout.store.BlobStore;
import io.exoscout.store.MongoAccess;
import io.exoscout.work.JobIntake;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;

/** What streams ask for, and the jobs that are made of it. */
class StreamTrainingsTests {

	private static ConfigurableApplicationContext context;

	private static Jobs jobs;

	private static MongoOperations mongo;

	private static BlobStore blobs;

	private Intake intake;

	private StreamTrainings trainings;

	@BeforeAll
	static void start() {
		context = TestServers.context(WorkConfiguration.class);
		jobs = context.getBean(Jobs.class);
		mongo = context.getBean(MongoOperations.class);
		blobs = context.getBean(BlobStore.class);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@BeforeEach
	void prepare() {
		TestServers.clear(context);
		this.intake = new Intake(context.getBean(Datasets.class), context.getBean(JobIntake.class), Clock.systemUTC());
		this.trainings = new StreamTrainings(this.intake, jobs, blobs, new MongoAccess(mongo));
	}

	private static byte[] bytes(String table) {
		return table.getBytes(StandardCharsets.UTF_8);
	}

	/** The training of the model by which the stream is scored. */
	private Job before() {
		TrainingOptions options = new TrainingOptions(Algorithm.RANDOM_FOREST, Target.PLANET,
				Algorithm.RANDOM_FOREST.check(Map.of("n_estimators", 20)), List.of("ra"), 7);
		return this.intake
			.accept(MadeTables.stream(MadeTables.kepler(60)), "koi.csv",
					new TrainingRequest(options, null, LabelMap.NONE, null))
			.job();
	}

	private static void ask(String id, String model, String table) {
		BlobRef kept = blobs.put(bytes(table));
		mongo.insert(
				new Document("_id", id).append("stream", "s")
					.append("seq", 120L)
					.append("state", "asked")
					.append("model", model)
					.append("name", "koi")
					.append("owner", "ada")
					.append("table", new Document("sha256", kept.sha256()).append("bytes", kept.bytes())),
				StreamTrainings.COLLECTION);
	}

	private static Document asked(String id) {
		return mongo.findById(id, Document.class, StreamTrainings.COLLECTION);
	}

	/** As a stream has it: without the column that was left out before. */
	private static String table() {
		return MadeTables.kepler(40)
			.lines()
			.map((line) -> line.substring(0, line.lastIndexOf(',')))
			.reduce("", (a, b) -> a + b + "\n");
	}

	@Test
	void trainingIsLikeThatOfTheModelAndTheOwnersOfTheStream() {
		Job before = before();
		ask("s/1", before.jobId(), table());
		this.trainings.look();
		assertThat(asked("s/1")).containsEntry("state", "accepted").doesNotContainKey("table");
		Job job = jobs.find(asked("s/1").getString("job_id")).orElseThrow();
		assertThat(job.status()).isEqualTo(JobState.QUEUED);
		assertThat(job.jobId()).isNotEqualTo(before.jobId());
		assertThat(job.owner()).isEqualTo("ada");
		assertThat(job.params()).isEqualTo(before.params());
		assertThat(job.dataset().filename()).isEqualTo("stream koi entry 120.csv");
		assertThat(job.dataset().rows()).isEqualTo(40);
	}

	@Test
	void theSameTableAskedForTwiceIsTheSameJob() {
		String model = before().jobId();
		ask("s/1", model, table());
		this.trainings.look();
		ask("s/2", model, table());
		this.trainings.look();
		assertThat(asked("s/2").getString("job_id")).isEqualTo(asked("s/1").getString("job_id"));
	}

	@Test
	void tableThatCanNotBeTrainedOnIsRefusedWithTheReason() {
		String model = before().jobId();
		ask("s/1", model, MadeTables.KEPLER_HEADER + "\n1,K00001.01,CONFIRMED,1,3.5,2,100,1,290\n");
		this.trainings.look();
		assertThat(asked("s/1")).containsEntry("state", "refused").doesNotContainKey("job_id");
		assertThat(asked("s/1").getString("reason")).contains("at least two classes");
	}

	@Test
	void trainingThatIsGoneIsNamed() {
		ask("s/1", "f".repeat(64), table());
		ask("s/2", before().jobId(), table());
		this.trainings.look();
		assertThat(asked("s/1").getString("reason")).contains("f".repeat(64));
		assertThat(asked("s/2")).containsEntry("state", "accepted");
	}

}
