package io.exoscout.catalog;

import io.exoscout.store.DatabaseConfiguration;
import io.exoscout.web.WebConfiguration;
import org.springdoc.core.models.GroupedOpenApi;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;

/** The catalog of saved planets. */
@Configuration(proxyBeanMethods = false)
@Import({ WebConfiguration.class, DatabaseConfiguration.class })
public class CatalogConfiguration {

	@Bean
	Planets planets(MongoOperations mongo) {
		return new Planets(mongo);
	}

	@Bean
	CatalogController catalogController(Planets planets) {
		return new CatalogController(planets);
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
