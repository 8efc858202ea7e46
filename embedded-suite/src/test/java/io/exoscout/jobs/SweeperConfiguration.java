package io.exoscout.jobs;

import java.time.Clock;

import io.exoscout.dataset.BlobStore;
import io.exoscout.model.ModelStore;
import io.exoscout.work.Jobs;
import io.exoscout.work.References;
import io.exoscout.work.WorkQueue;
import io.exoscout.work.WorkSettings;
import io.exoscout.work.Workers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The sweeper alone, without the rest of its service. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
public class SweeperConfiguration {

	@Bean
	StaleJobs staleJobs(Jobs jobs, WorkQueue queue, Workers workers, BlobStore blobs, ModelStore models,
			References references, WorkSettings settings) {
		return new StaleJobs(jobs, queue, workers, blobs, models, references, settings,
				new LeaseWatch(settings.lease(), System::nanoTime), new SweepMeters(new SimpleMeterRegistry()),
				Clock.systemUTC());
	}

}
