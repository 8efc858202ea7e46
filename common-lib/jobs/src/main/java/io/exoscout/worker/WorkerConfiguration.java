package io.exoscout.worker;

import io.exoscout.job.Jobs;
import io.exoscout.share.FairTurns;
import io.exoscout.telemetry.Telemetry;
import io.exoscout.work.WorkConfiguration;
import io.exoscout.work.WorkSettings;
import io.exoscout.work.Workers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * What a service needs that works on jobs: it declares the {@link WorkerLifecycle} that
 * {@link WorkerLifecycles#of} makes for its {@link JobWork} as a bean.
 */
@Configuration(proxyBeanMethods = false)
@Import(WorkConfiguration.class)
@EnableConfigurationProperties(WorkerSettings.class)
public class WorkerConfiguration {

	@Bean
	WorkerLifecycles workerLifecycles(Jobs jobs, Workers workers, Telemetry telemetry, FairTurns turns,
			WorkSettings work, WorkerSettings settings, ConnectionFactory connections, AmqpAdmin admin,
			ObjectProvider<MeterRegistry> meters, ObjectProvider<ObservationRegistry> observations) {
		return new WorkerLifecycles(jobs, workers, telemetry, turns, work, settings, connections, admin,
				meters.getIfAvailable(CompositeMeterRegistry::new),
				observations.getIfAvailable(() -> ObservationRegistry.NOOP));
	}

}
