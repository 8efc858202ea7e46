package io.exoscout.trainer;

import io.exoscout.dataset.Datasets;
import io.exoscout.installation.InstallationConfiguration;
import io.exoscout.model.ModelStore;
import io.exoscout.work.References;
import io.exoscout.worker.JobWork;
import io.exoscout.worker.WorkerConfiguration;
import io.exoscout.worker.WorkerLifecycle;
import io.exoscout.worker.WorkerLifecycles;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The trainer: takes jobs from the queue, one at a time, and trains. */
@Configuration(proxyBeanMethods = false)
@Import({ WorkerConfiguration.class, InstallationConfiguration.class })
@EnableConfigurationProperties(TrainerSettings.class)
public class TrainerConfiguration {

	@Bean
	JobWork<TrainingOutcome> storedTraining(Datasets datasets, ModelStore models, References references,
			TrainerSettings settings) {
		return new StoredTraining(datasets, new Training(settings.threadsOrProcessors()), models, references);
	}

	@Bean
	WorkerLifecycle trainingLifecycle(WorkerLifecycles lifecycles, JobWork<TrainingOutcome> training) {
		return lifecycles.of(training);
	}

}
