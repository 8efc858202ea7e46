package io.exoscout.searcher;

import java.time.Clock;

import io.exoscout.audit.DeedConfiguration;
import io.exoscout.body.Spool;
import io.exoscout.found.FoundSearches;
import io.exoscout.installation.InstallationConfiguration;
import io.exoscout.job.Jobs;
import io.exoscout.lightcurve.ReadingBudget;
import io.exoscout.memory.MemoryRoom;
import io.exoscout.searcher.batch.BatchTable;
import io.exoscout.searcher.batch.CurveBatches;
import io.exoscout.searcher.star.StarSearchController;
import io.exoscout.store.BlobStore;
import io.exoscout.store.MongoAccess;
import io.exoscout.web.WebConfiguration;
import io.exoscout.work.JobIntake;
import io.exoscout.work.References;
import io.exoscout.worker.JobWork;
import io.exoscout.worker.WorkerConfiguration;
import io.exoscout.worker.WorkerLifecycle;
import io.exoscout.worker.WorkerLifecycles;
import org.springdoc.core.models.GroupedOpenApi;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;

/** Takes light curves in, searches them, and shows what was found. */
@Configuration(proxyBeanMethods = false)
@Import({ WebConfiguration.class, DeedConfiguration.class, WorkerConfiguration.class, InstallationConfiguration.class })
@EnableConfigurationProperties(TransitSettings.class)
public class TransitConfiguration {

	@Bean
	MemoryRoom curveRoom() {
		return ReadingBudget.room();
	}

	@Bean
	CurveIntake curveIntake(Spool spool, BlobStore blobs, JobIntake jobs, MemoryRoom room) {
		return new CurveIntake(spool, blobs, jobs, room, Clock.systemUTC());
	}

	@Bean
	CurveBatches curveBatches(MongoOperations mongo) {
		return new CurveBatches(new MongoAccess(mongo));
	}

	@Bean
	BatchIntake batchIntake(Spool spool, BlobStore blobs, JobIntake intake, Jobs jobs, CurveBatches batches,
			MemoryRoom room) {
		return new BatchIntake(spool, blobs, intake, jobs, batches, room, Clock.systemUTC());
	}

	@Bean
	BatchController batchController(CurveBatches batches, Jobs jobs, BlobStore blobs, JsonMapper json) {
		return new BatchController(batches, jobs, new BatchTable(jobs, new FoundSearches(jobs, blobs, json), json));
	}

	@Bean
	CurveController curveController(CurveIntake intake, BatchIntake batches, Spool spool, JsonMapper json) {
		return new CurveController(intake, batches, spool, new CurveRequestReader(json));
	}

	@Bean
	SearchResultController searchResultController(Jobs jobs, BlobStore blobs, JsonMapper json) {
		return new SearchResultController(new KeptSearches(new FoundSearches(jobs, blobs, json), blobs, json), json);
	}

	@Bean
	StarSearchController starSearchController(Jobs jobs) {
		return new StarSearchController(jobs);
	}

	@Bean
	JobWork<SearchOutcome> storedSearch(BlobStore blobs, Spool spool, References references, JsonMapper json,
			TransitSettings settings) {
		return new StoredSearch(blobs, spool, references, json, settings.threadsOrProcessors(), new SearchRoom());
	}

	@Bean
	WorkerLifecycle searchLifecycle(WorkerLifecycles lifecycles, JobWork<SearchOutcome> search,
			TransitSettings settings) {
		return lifecycles.of(search, settings.searchesOrTwo());
	}

	@Bean
	CurveDocs curveDocs() {
		return new CurveDocs();
	}

	@Bean
	GroupedOpenApi curvesApi() {
		return GroupedOpenApi.builder()
			.group("lightcurves")
			.displayName("Light curves")
			.pathsToMatch("/exo-scout-lightcurves/**")
			.build();
	}

}
