package io.exoscout.forecast;

import java.time.Clock;
import java.util.concurrent.Executor;

import com.mongodb.client.MongoClient;
import io.exoscout.audit.DeedConfiguration;
import io.exoscout.body.Spool;
import io.exoscout.body.TableLimits;
import io.exoscout.forecast.collection.RowUpload;
import io.exoscout.forecast.collection.SeriesCollections;
import io.exoscout.forecast.collection.SeriesDatabase;
import io.exoscout.forecast.collection.SeriesLimits;
import io.exoscout.forecast.collection.SeriesTurns;
import io.exoscout.forecast.curve.WhiteningController;
import io.exoscout.forecast.model.SeriesModels;
import io.exoscout.store.DatabaseConfiguration;
import io.exoscout.store.GridFsBlobStore;
import io.exoscout.web.UploadSettings;
import io.exoscout.web.WebConfiguration;
import org.springdoc.core.models.GroupedOpenApi;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Series: their points, their models, and what comes of them. */
@Configuration(proxyBeanMethods = false)
@Import({ WebConfiguration.class, DeedConfiguration.class, DatabaseConfiguration.class })
@EnableConfigurationProperties({ TableLimits.class, SeriesLimits.class })
public class SeriesConfiguration {

	@Bean
	SeriesDatabase seriesDatabase(MongoClient client, MongoDatabaseFactory jobs, SeriesLimits limits) {
		return new SeriesDatabase(client, jobs.getMongoDatabase().getName(), limits);
	}

	@Bean
	SeriesCollections seriesCollections(SeriesDatabase database, SeriesLimits limits) {
		return new SeriesCollections(database, limits);
	}

	/**
	 * Files of models lie in the database of the series, where the sweep of what jobs
	 * leave behind does not look.
	 */
	@Bean
	SeriesModels seriesModels(SeriesDatabase database, SeriesLimits limits) {
		return new SeriesModels(database, new GridFsBlobStore(database.databases()), limits, Clock.systemUTC());
	}

	@Bean
	SeriesTurns seriesTurns(SeriesLimits limits) {
		return new SeriesTurns(limits);
	}

	@Bean
	SeriesController seriesController(SeriesCollections collections, SeriesModels models, SeriesLimits limits,
			SeriesTurns turns) {
		return new SeriesController(new SeriesTrainer(collections, models, limits, turns), new SeriesForecasts(models),
				models);
	}

	/** Tables lie where uploads do while they are read. */
	@Bean
	CollectionController collectionController(SeriesCollections collections, UploadSettings uploads,
			TableLimits limits) {
		return new CollectionController(collections,
				new RowUpload(new Spool(uploads.directory()), limits, collections));
	}

	@Bean
	WhiteningController whiteningController(SeriesLimits limits, SeriesTurns turns) {
		return new WhiteningController(limits, turns);
	}

	@Bean
	SeriesStatusController seriesStatusController(SeriesDatabase database, SeriesCollections collections,
			@Qualifier("probeExecutor") Executor executor) {
		return new SeriesStatusController(database, collections, executor);
	}

	@Bean
	SeriesDocs seriesDocs() {
		return new SeriesDocs();
	}

	@Bean
	GroupedOpenApi seriesApi() {
		return GroupedOpenApi.builder()
			.group("series")
			.displayName("Series")
			.pathsToMatch(SeriesController.PATH + "/**")
			.build();
	}

}
