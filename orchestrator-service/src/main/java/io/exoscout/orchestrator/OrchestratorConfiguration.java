package io.exoscout.orchestrator;

import java.time.Clock;
import java.time.Duration;

import io.exoscout.audit.DeedConfiguration;
import io.exoscout.body.TableLimits;
import io.exoscout.dataset.Datasets;
import io.exoscout.installation.InstallationConfiguration;
import io.exoscout.job.Jobs;
import io.exoscout.model.ModelStore;
import io.exoscout.schedule.RegularTask;
import io.exoscout.store.BlobStore;
import io.exoscout.store.MongoAccess;
import io.exoscout.web.ParameterHint;
import io.exoscout.web.UploadSettings;
import io.exoscout.web.WebConfiguration;
import io.exoscout.work.JobIntake;
import io.exoscout.work.WorkConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import org.springdoc.core.models.GroupedOpenApi;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;

/** The orchestrator's beans. */
@Configuration(proxyBeanMethods = false)
@Import({ WebConfiguration.class, DeedConfiguration.class, WorkConfiguration.class, InstallationConfiguration.class })
public class OrchestratorConfiguration {

	@Bean
	Intake intake(Datasets datasets, JobIntake jobs) {
		return new Intake(datasets, jobs, Clock.systemUTC());
	}

	@Bean
	StreamTrainings streamTrainings(Intake intake, Jobs jobs, BlobStore blobs, MongoOperations mongo) {
		return new StreamTrainings(intake, jobs, blobs, new MongoAccess(mongo));
	}

	@Bean
	RegularTask streamTrainingLooks(StreamTrainings trainings) {
		return new RegularTask("stream-trainings", Duration.ofSeconds(5), trainings::look);
	}

	@Bean
	TrainingRequestReader trainingRequestReader(JsonMapper json) {
		return new TrainingRequestReader(json);
	}

	@Bean
	UploadController uploadController(Intake intake, TrainingRequestReader requests, Jobs jobs, ModelStore models,
			MeterRegistry meters) {
		return new UploadController(intake, requests, new ModelNames(jobs, models), new UploadMeters(meters));
	}

	@Bean
	OptionsController optionsController(UploadSettings uploads, TableLimits tables) {
		return new OptionsController(uploads, tables);
	}

	@Bean
	ParameterHint misplacedOptions() {
		return new MisplacedOptions();
	}

	@Bean
	UploadDocs uploadDocs() {
		return new UploadDocs();
	}

	@Bean
	GroupedOpenApi orchestratorApi() {
		return GroupedOpenApi.builder()
			.group("orchestrator")
			.displayName("Orchestrator")
			.pathsToMatch("/exo-scout-orchestrator/**")
			.build();
	}

}
