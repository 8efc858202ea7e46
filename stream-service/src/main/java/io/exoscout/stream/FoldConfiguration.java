package io.exoscout.stream;

import java.time.Clock;

import io.exoscout.model.ModelConfiguration;
import io.exoscout.model.ModelStore;
import io.exoscout.store.BlobStore;
import io.exoscout.store.MongoAccess;
import io.exoscout.stream.course.FoldSurroundings;
import io.exoscout.stream.course.MongoStreamResults;
import io.exoscout.stream.definition.Streams;
import io.exoscout.stream.log.MongoStreamLog;
import io.exoscout.stream.stored.StoredModels;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;

/** All that folding needs around it, wherever it happens. */
@Configuration(proxyBeanMethods = false)
@Import(ModelConfiguration.class)
class FoldConfiguration {

	@Bean(destroyMethod = "close")
	StoredModels storedModels(ModelStore models, MongoOperations mongo) {
		return new StoredModels(models, new MongoAccess(mongo));
	}

	@Bean
	FoldSurroundings foldSurroundings(MongoOperations mongo, BlobStore blobs, JsonMapper json, StoredModels models) {
		MongoAccess access = new MongoAccess(mongo);
		Clock clock = Clock.systemUTC();
		return new FoldSurroundings(new Streams(access, json, clock), new MongoStreamLog(access),
				new MongoStreamResults(access, blobs, json, clock), json, models);
	}

}
