package io.exoscout.predictor;

import java.time.Clock;

import io.exoscout.audit.DeedConfiguration;
import io.exoscout.body.Spool;
import io.exoscout.body.TableLimits;
import io.exoscout.dataset.Datasets;
import io.exoscout.found.FoundSearches;
import io.exoscout.installation.InstallationConfiguration;
import io.exoscout.job.Jobs;
import io.exoscout.model.ModelStore;
import io.exoscout.predictor.audit.AuditConfiguration;
import io.exoscout.predictor.audit.JobEndings;
import io.exoscout.predictor.inference.InferenceController;
import io.exoscout.predictor.inference.InferenceDocs;
import io.exoscout.predictor.inference.PlainBodyFilter;
import io.exoscout.predictor.rows.SentRowReader;
import io.exoscout.predictor.scoring.BlockThreads;
import io.exoscout.predictor.scoring.ReducedModelCache;
import io.exoscout.predictor.inputs.InputsController;
import io.exoscout.predictor.inputs.ProfileDocs;
import io.exoscout.predictor.inputs.Profiles;
import io.exoscout.predictor.shelf.AliasController;
import io.exoscout.predictor.shelf.ImportController;
import io.exoscout.predictor.shelf.ModelController;
import io.exoscout.predictor.shelf.ModelImports;
import io.exoscout.predictor.shelf.ModelShelf;
import io.exoscout.predictor.shelf.OnnxController;
import io.exoscout.share.Quotas;
import io.exoscout.store.BlobStore;
import io.exoscout.web.ParameterHint;
import io.exoscout.web.WebConfiguration;
import io.exoscout.work.JobIntake;
import io.exoscout.work.References;
import io.exoscout.worker.JobWork;
import io.exoscout.worker.WorkerConfiguration;
import io.exoscout.worker.WorkerLifecycle;
import io.exoscout.worker.WorkerLifecycles;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springdoc.core.models.GroupedOpenApi;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The predictor: answers directly, and takes prediction jobs from the queue. */
@Configuration(proxyBeanMethods = false)
@Import({ AuditConfiguration.class, WebConfiguration.class, DeedConfiguration.class, WorkerConfiguration.class,
		InstallationConfiguration.class })
@EnableConfigurationProperties(PredictorSettings.class)
public class PredictorConfiguration {

	@Bean
	ModelShelf modelShelf(Jobs jobs, ModelStore models, PredictorSettings settings) {
		return new ModelShelf(jobs, models, settings.modelCache());
	}

	@Bean
	ReducedModelCache reducedModelCache(PredictorSettings settings) {
		return new ReducedModelCache(settings.reducedModelCache(), Runtime.getRuntime().availableProcessors());
	}

	@Bean
	BlockThreads blockThreads() {
		return new BlockThreads(Runtime.getRuntime().availableProcessors());
	}

	@Bean
	ScoredRows scoredRows(MeterRegistry meters) {
		return new ScoredRows(meters);
	}

	@Bean
	MeterBinder modelShelfMeters(ModelShelf shelf) {
		return shelf::bindTo;
	}

	/** Also for the mapper that reads requests. */
	@Bean
	JacksonModule sentRows(TableLimits limits) {
		return SentRowReader.module(limits);
	}

	@Bean
	ScorableRows scorableRows(Jobs jobs, BlobStore blobs, Datasets datasets, JsonMapper json) {
		return new ScorableRows(new FoundSearches(jobs, blobs, json), datasets);
	}

	@Bean
	Predictions predictions(ModelShelf shelf, ReducedModelCache reduced, BlockThreads threads, Datasets datasets,
			ScorableRows rows, JsonMapper json, ScoredRows scored) {
		return new Predictions(shelf, reduced, threads, datasets, rows, json, scored);
	}

	@Bean
	PredictionIntake predictionIntake(ModelShelf shelf, ReducedModelCache reduced, Datasets datasets, ScorableRows rows,
			BlobStore blobs, JobIntake jobs) {
		return new PredictionIntake(shelf, reduced, datasets, rows, blobs, jobs, Clock.systemUTC());
	}

	@Bean
	PredictionJobController predictionJobController(PredictionIntake intake) {
		return new PredictionJobController(intake);
	}

	@Bean
	JobWork<PredictionOutcome> storedPrediction(ModelShelf shelf, ReducedModelCache reduced, BlockThreads threads,
			Datasets datasets, BlobStore blobs, Spool spool, References references, ScoredRows scored,
			JobEndings endings) {
		return new StoredPrediction(shelf, reduced, threads, datasets, blobs, spool, references, scored, endings);
	}

	@Bean
	WorkerLifecycle predictionLifecycle(WorkerLifecycles lifecycles, JobWork<PredictionOutcome> prediction) {
		return lifecycles.of(prediction);
	}

	@Bean
	PredictionController predictionController(Predictions predictions) {
		return new PredictionController(predictions);
	}

	@Bean
	ModelController modelController(ModelShelf shelf, ModelStore models) {
		return new ModelController(shelf, models);
	}

	@Bean
	InferenceController inferenceController(ModelShelf shelf, Predictions predictions, Datasets datasets,
			JsonMapper json) {
		return new InferenceController(shelf, predictions::score, datasets.limits(), json);
	}

	@Bean
	FilterRegistrationBean<PlainBodyFilter> plainBodies() {
		FilterRegistrationBean<PlainBodyFilter> registration = new FilterRegistrationBean<>(new PlainBodyFilter());
		registration.addUrlPatterns("/v2/*");
		// behind security and the limit of bodies
		registration.setOrder(1);
		return registration;
	}

	@Bean
	ProfileDocs profileDocs() {
		return new ProfileDocs();
	}

	@Bean
	InputsController inputsController(ModelShelf shelf, ReducedModelCache reduced, BlockThreads threads,
			Datasets datasets) {
		return new InputsController(shelf, new Profiles(reduced, threads, datasets));
	}

	@Bean
	OnnxController onnxController(ModelShelf shelf) {
		return new OnnxController(shelf);
	}

	@Bean
	FeatureController featureController(ModelShelf shelf, Datasets datasets, ScorableRows rows, JsonMapper json) {
		return new FeatureController(shelf, datasets, rows, json);
	}

	@Bean
	AliasController aliasController(ModelShelf shelf, ModelStore models) {
		return new AliasController(shelf, models.aliases());
	}

	@Bean
	ImportController importController(ModelStore models, Quotas quotas, References references) {
		return new ImportController(new ModelImports(models, quotas, references));
	}

	@Bean
	ParameterHint predictorHints() {
		return new PredictorHints();
	}

	@Bean
	PredictionDocs predictionDocs() {
		return new PredictionDocs();
	}

	@Bean
	InferenceDocs inferenceDocs() {
		return new InferenceDocs();
	}

	@Bean
	FeatureDocs featureDocs() {
		return new FeatureDocs();
	}

	@Bean
	GroupedOpenApi predictorApi() {
		return GroupedOpenApi.builder()
			.group("predictor")
			.displayName("Predictor")
			.pathsToMatch("/exo-scout-predictor/**", "/v2/**")
			.build();
	}

}
