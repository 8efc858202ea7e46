package io.exoscout.predictor;

import io.exoscout.dataset.Datasets;
import io.exoscout.model.ModelStore;
import io.exoscout.web.WebConfiguration;
import io.exoscout.work.Jobs;
import io.exoscout.work.WorkConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springdoc.core.models.GroupedOpenApi;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The predictor's beans. */
@Configuration(proxyBeanMethods = false)
@Import({ WebConfiguration.class, WorkConfiguration.class })
@EnableConfigurationProperties(PredictorSettings.class)
public class PredictorConfiguration {

	@Bean
	ModelShelf modelShelf(Jobs jobs, ModelStore models, PredictorSettings settings) {
		return new ModelShelf(jobs, models, settings.modelCache());
	}

	@Bean
	MeterBinder modelShelfMeters(ModelShelf shelf) {
		return shelf::bindTo;
	}

	@Bean
	Predictions predictions(ModelShelf shelf, Datasets datasets, JsonMapper json, MeterRegistry meters) {
		return new Predictions(shelf, datasets, json, new ScoredRows(meters));
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
	GroupedOpenApi predictorApi() {
		return GroupedOpenApi.builder()
			.group("predictor")
			.displayName("Predictor")
			.pathsToMatch("/exo-scout-predictor/**")
			.build();
	}

}
