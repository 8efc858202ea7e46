package io.exoscout.catalog;

import java.time.Clock;
import java.time.Duration;

import io.exoscout.audit.DeedConfiguration;
import io.exoscout.body.Spool;
import io.exoscout.body.TableLimits;
import io.exoscout.catalog.confirmed.ImportTurns;
import io.exoscout.store.DatabaseConfiguration;
import io.exoscout.web.UploadSettings;
import io.exoscout.web.WebConfiguration;
import org.springdoc.core.models.GroupedOpenApi;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;

/** The catalog of saved planets. */
@Configuration(proxyBeanMethods = false)
@Import({ WebConfiguration.class, DeedConfiguration.class, DatabaseConfiguration.class })
@EnableConfigurationProperties({ TableLimits.class, CatalogLimits.class })
public class CatalogConfiguration {

	/** An import that lives says so several times a second. */
	private static final Duration SILENCE = Duration.ofSeconds(10);

	@Bean
	Planets planets(MongoOperations mongo) {
		return new Planets(mongo);
	}

	@Bean
	CatalogController catalogController(Planets planets, CatalogLimits room) {
		return new CatalogController(planets, room);
	}

	@Bean
	PlanetListController planetListController(Planets planets, JsonMapper json) {
		return new PlanetListController(planets, json);
	}

	/** Tables lie where uploads do while they are read. */
	@Bean
	PlanetImportController planetImportController(MongoOperations mongo, UploadSettings uploads, TableLimits limits,
			CatalogLimits room) {
		return new PlanetImportController(new CatalogImport(new Spool(uploads.directory()), limits,
				new ArchivePlanets(mongo), room, new ImportTurns(mongo, patience(room), SILENCE), Clock.systemUTC()));
	}

	/** Or nobody would ever be seen to be silent for so long. */
	private static Duration patience(CatalogLimits room) {
		Duration least = SILENCE.plusSeconds(1);
		return (room.patience().compareTo(least) > 0) ? room.patience() : least;
	}

	@Bean
	PlanetConeController planetConeController(Planets planets) {
		return new PlanetConeController(planets);
	}

	@Bean
	CatalogDocs catalogDocs() {
		return new CatalogDocs();
	}

	@Bean
	GroupedOpenApi catalogApi() {
		return GroupedOpenApi.builder()
			.group("catalog")
			.displayName("Catalog")
			.pathsToMatch("/save-exoplanet", "/get-exoplanets/**")
			.build();
	}

}
