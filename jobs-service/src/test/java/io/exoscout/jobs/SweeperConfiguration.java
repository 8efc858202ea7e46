package io.exoscout.jobs;

import java.time.Clock;
import java.time.Duration;

import io.exoscout.installation.Installation;
import io.exoscout.job.Jobs;
import io.exoscout.jobs.sweep.Housekeeping;
import io.exoscout.jobs.sweep.HousekeepingMeters;
import io.exoscout.jobs.sweep.HousekeepingSettings;
import io.exoscout.jobs.sweep.LeaseWatch;
import io.exoscout.jobs.sweep.Retention;
import io.exoscout.jobs.sweep.RetentionMeters;
import io.exoscout.jobs.sweep.RetentionSettings;
import io.exoscout.jobs.sweep.StaleJobs;
import io.exoscout.jobs.sweep.SweepMeters;
import io.exoscout.model.ModelStore;
import io.exoscout.store.BlobStore;
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
	Housekeeping housekeeping(Installation installation, Jobs jobs, Workers workers, BlobStore blobs, ModelStore models,
			References references, WorkSettings settings) {
		return new Housekeeping(installation, jobs, workers, blobs, models, references,
				new HousekeepingSettings(Duration.ofDays(7), 0.2, 20), settings.blobGrace(),
				new HousekeepingMeters(new SimpleMeterRegistry()), Clock.systemUTC());
	}

	@Bean
	Retention retention(Installation installation, Jobs jobs, ModelStore models, References references) {
		return new Retention(installation, jobs, models, jobs::delete, references,
				new RetentionSettings(null, null, null, null), new RetentionMeters(new SimpleMeterRegistry()),
				Clock.systemUTC());
	}

	@Bean
	StaleJobs staleJobs(Jobs jobs, WorkQueue queue, Housekeeping housekeeping, Retention retention,
			WorkSettings settings) {
		return new StaleJobs(jobs, queue, housekeeping, retention, settings,
				new LeaseWatch(settings.lease(), System::nanoTime), new SweepMeters(new SimpleMeterRegistry()),
				Clock.systemUTC());
	}

}
