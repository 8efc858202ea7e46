package io.exoscout.jobs;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Predicate;

import io.exoscout.dataset.BlobRef;
import io.exoscout.dataset.BlobStore;
import io.exoscout.work.Jobs;
import io.exoscout.work.WorkQueue;
import io.exoscout.work.WorkSettings;
import io.exoscout.work.Workers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The sweeper alone, without the rest of its service. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
public class SweeperConfiguration {

	@Bean
	StaleJobs staleJobs(Jobs jobs, WorkQueue queue, Workers workers, WorkSettings settings) {
		return new StaleJobs(jobs, queue, workers, new NoBlobs(), (sha256) -> true, settings, Clock.systemUTC());
	}

	/** A store without a single blob. */
	static class NoBlobs implements BlobStore {

		@Override
		public BlobRef put(Path file, String sha256) {
			throw new AssertionError("nothing is stored here");
		}

		@Override
		public BlobRef put(byte[] bytes) {
			throw new AssertionError("nothing is stored here");
		}

		@Override
		public InputStream open(String sha256) {
			throw new AssertionError("nothing is read here");
		}

		@Override
		public boolean exists(String sha256) {
			return false;
		}

		@Override
		public void remove(String sha256, Predicate<String> referenced) {
		}

		@Override
		public long sweep(Instant before, Predicate<String> referenced) {
			return 0;
		}

	}

}
