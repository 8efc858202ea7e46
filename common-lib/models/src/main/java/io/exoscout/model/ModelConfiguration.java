package io.exoscout.model;

import java.time.Clock;

import io.exoscout.alias.ModelAliases;
import io.exoscout.body.Spool;
import io.exoscout.dataset.DatasetConfiguration;
import io.exoscout.store.BlobStore;
import io.exoscout.store.MongoAccess;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;

/** The model store, on the database and the blob store of the application. */
@Configuration(proxyBeanMethods = false)
@Import(DatasetConfiguration.class)
public class ModelConfiguration {

	@Bean
	ModelStore modelStore(MongoOperations mongo, BlobStore blobs, Spool spool) {
		MongoAccess database = new MongoAccess(mongo);
		Clock clock = Clock.systemUTC();
		return new ModelStore(new ModelCards(database), new ModelAliases(database, clock), blobs, spool, clock);
	}

}
