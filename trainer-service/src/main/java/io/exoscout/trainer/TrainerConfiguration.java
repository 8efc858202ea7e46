package io.exoscout.trainer;

import io.exoscout.dataset.Datasets;
import io.exoscout.model.ModelStore;
import io.exoscout.work.Jobs;
import io.exoscout.work.References;
import io.exoscout.work.WorkConfiguration;
import io.exoscout.work.WorkSettings;
import io.exoscout.work.WorkTopology;
import io.exoscout.work.Workers;

import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The trainer: takes jobs from the queue, one at a time, and trains. */
@Configuration(proxyBeanMethods = false)
@Import(WorkConfiguration.class)
@EnableConfigurationProperties(TrainerSettings.class)
public class TrainerConfiguration {

	@Bean
	JobTraining jobTraining(Datasets datasets, ModelStore models, References references, TrainerSettings settings) {
		return new StoredTraining(datasets, new Training(settings.threadsOrProcessors()), models, references);
	}

	@Bean
	WorkerPulse workerPulse(Workers workers) {
		return new WorkerPulse(workers);
	}

	@Bean
	TrainingRunner trainingRunner(Jobs jobs, JobTraining training, WorkerPulse pulse, WorkSettings work,
			TrainerSettings settings) {
		return new TrainingRunner(jobs, training, pulse, work, settings);
	}

	@Bean
	SimpleMessageListenerContainer trainingContainer(ConnectionFactory connections, AmqpAdmin admin,
			TrainingRunner runner) {
		SimpleMessageListenerContainer container = new SimpleMessageListenerContainer(connections);
		container.setAmqpAdmin(admin);
		container.setQueueNames(WorkTopology.TRAINING);
		container.setMessageListener(new TrainingListener(runner));
		container.setAcknowledgeMode(AcknowledgeMode.MANUAL);
		container.setPrefetchCount(1);
		container.setMissingQueuesFatal(false);
		container.setRecoveryInterval(2000);
		return container;
	}

	@Bean
	TrainerShift trainerShift(TrainingRunner runner, SimpleMessageListenerContainer listening) {
		return new TrainerShift(runner);
	}

}
