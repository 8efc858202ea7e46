package io.exoscout.jobs;

import java.time.Clock;
import java.util.concurrent.Executor;

import io.exoscout.audit.DeedConfiguration;
import io.exoscout.audit.DeedListConfiguration;
import io.exoscout.dataset.Datasets;
import io.exoscout.installation.BackupMark;
import io.exoscout.installation.Installation;
import io.exoscout.installation.InstallationConfiguration;
import io.exoscout.job.Jobs;
import io.exoscout.jobs.judged.JudgedController;
import io.exoscout.jobs.listing.JobController;
import io.exoscout.jobs.listing.JobActions;
import io.exoscout.jobs.listing.TaggedDocument;
import io.exoscout.jobs.listing.JobPages;
import io.exoscout.jobs.listing.JobSummaries;
import io.exoscout.jobs.listing.JobSummaryDocs;
import io.exoscout.jobs.result.CandidateController;
import io.exoscout.jobs.result.CandidateLists;
import io.exoscout.jobs.result.PredictionResults;
import io.exoscout.jobs.result.CandidateConeController;
import io.exoscout.jobs.result.OneObjectController;
import io.exoscout.jobs.result.ResultController;
import io.exoscout.jobs.result.ResultDocs;
import io.exoscout.jobs.search.SearchConfiguration;
import io.exoscout.jobs.status.IdleWatch;
import io.exoscout.jobs.status.JobMeters;
import io.exoscout.jobs.status.StatusProbe;
import io.exoscout.jobs.status.UsageController;
import io.exoscout.jobs.status.WorkerController;
import io.exoscout.jobs.stream.StreamConfiguration;
import io.exoscout.jobs.sweep.Housekeeping;
import io.exoscout.jobs.sweep.HousekeepingMeters;
import io.exoscout.jobs.sweep.HousekeepingSettings;
import io.exoscout.jobs.sweep.LeaseWatch;
import io.exoscout.jobs.sweep.Retention;
import io.exoscout.jobs.sweep.RetentionMeters;
import io.exoscout.jobs.sweep.RetentionSettings;
import io.exoscout.jobs.sweep.StaleJobs;
import io.exoscout.jobs.sweep.SweepMeters;
import io.exoscout.jobs.verdict.OwnVerdicts;
import io.exoscout.jobs.verdict.VerdictConfiguration;
import io.exoscout.model.ModelStore;
import io.exoscout.page.PageConfiguration;
import io.exoscout.share.FairTurns;
import io.exoscout.share.Quotas;
import io.exoscout.store.BlobStore;
import io.exoscout.web.WebConfiguration;
import io.exoscout.work.References;
import io.exoscout.work.WorkConfiguration;
import io.exoscout.work.WorkQueue;
import io.exoscout.work.WorkSettings;
import io.exoscout.work.Workers;
import io.micrometer.core.instrument.MeterRegistry;
import org.springdoc.core.models.GroupedOpenApi;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * The jobs service's beans. The web page is here, since this service is there wherever
 * anything is.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties({ HousekeepingSettings.class, RetentionSettings.class })
@Import({ WebConfiguration.class, DeedConfiguration.class, DeedListConfiguration.class, WorkConfiguration.class,
		InstallationConfiguration.class, StreamConfiguration.class, VerdictConfiguration.class,
		SearchConfiguration.class, PageConfiguration.class })
public class JobsConfiguration {

	@Bean
	JobActions jobActions(Jobs jobs, WorkQueue queue, Quotas quotas, ModelStore models, BlobStore blobs,
			References references) {
		return new JobActions(jobs, queue, quotas, models, blobs, references);
	}

	@Bean
	JobController jobController(JobActions actions, Jobs jobs, Retention retention, JsonMapper json) {
		return new JobController(actions, new JobPages(jobs::list), new JobSummaries(json),
				new TaggedDocument(json, retention));
	}

	@Bean
	JobSummaryDocs jobSummaryDocs() {
		return new JobSummaryDocs();
	}

	@Bean
	ResultDocs resultDocs() {
		return new ResultDocs();
	}

	@Bean
	CandidateController candidateController(JobActions actions, ModelStore models, OwnVerdicts verdicts,
			JsonMapper json) {
		return new CandidateController(new CandidateLists(actions, models), verdicts, json);
	}

	@Bean
	OneObjectController oneObjectController(JobActions actions, Datasets datasets, ModelStore models,
			OwnVerdicts verdicts) {
		return new OneObjectController(actions, new CandidateLists(actions, models), datasets, models, verdicts);
	}

	@Bean
	JudgedController judgedController(JobActions actions, Datasets datasets, ModelStore models) {
		return new JudgedController(actions, new CandidateLists(actions, models), datasets, models);
	}

	@Bean
	CandidateConeController candidateConeController(JobActions actions, ModelStore models) {
		return new CandidateConeController(new CandidateLists(actions, models));
	}

	@Bean
	ResultController resultController(JobActions actions, BlobStore blobs, JsonMapper json) {
		return new ResultController(new PredictionResults(actions, blobs), json);
	}

	@Bean
	WorkerController workerController(Workers workers, WorkQueue queue) {
		return new WorkerController(workers, queue);
	}

	@Bean
	IdleWatch idleWatch(Jobs jobs, Workers workers, FairTurns turns) {
		return new IdleWatch(jobs, workers, turns, Clock.systemUTC());
	}

	@Bean
	Housekeeping housekeeping(Installation installation, Jobs jobs, Workers workers, BlobStore blobs, ModelStore models,
			References references, HousekeepingSettings settings, WorkSettings work, MeterRegistry meters) {
		return new Housekeeping(installation, jobs, workers, blobs, models, references, settings, work.blobGrace(),
				new HousekeepingMeters(meters), Clock.systemUTC());
	}

	@Bean
	Retention retention(Installation installation, Jobs jobs, ModelStore models, JobActions actions,
			References references, RetentionSettings settings, MeterRegistry meters) {
		return new Retention(installation, jobs, models, actions::delete, references, settings,
				new RetentionMeters(meters), Clock.systemUTC());
	}

	@Bean
	UsageController usageController(Quotas quotas) {
		return new UsageController(quotas);
	}

	@Bean
	StaleJobs staleJobs(Jobs jobs, WorkQueue queue, Housekeeping housekeeping, Retention retention,
			WorkSettings settings, MeterRegistry meters) {
		return new StaleJobs(jobs, queue, housekeeping, retention, settings,
				new LeaseWatch(settings.lease(), System::nanoTime), new SweepMeters(meters), Clock.systemUTC());
	}

	@Bean
	JobMeters jobMeters(Jobs jobs, Workers workers, FairTurns turns, MongoDatabaseFactory databases, WorkQueue queue,
			@Qualifier("probeExecutor") Executor executor) {
		BackupMark backup = new BackupMark(databases.getMongoDatabase());
		return new JobMeters(new StatusProbe(jobs, workers, turns, backup, queue, executor, Clock.systemUTC()));
	}

	/**
	 * Four threads, on every Java: looking for bytes that nobody needs takes a while
	 * among many, and so do sending many messages and reading the objects of new jobs;
	 * leases that run out must not wait for any of these. Where threads are virtual,
	 * Spring Boot's own scheduler would do one thing at a time.
	 */
	@Bean
	public ThreadPoolTaskScheduler taskScheduler() {
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.setPoolSize(4);
		scheduler.setThreadNamePrefix("sweep-");
		scheduler.setDaemon(true);
		return scheduler;
	}

	@Bean
	GroupedOpenApi jobsApi() {
		return GroupedOpenApi.builder()
			.group("jobs")
			.displayName("Jobs")
			.pathsToMatch("/exo-scout-jobs-api/**", "/ws/**")
			.build();
	}

}
