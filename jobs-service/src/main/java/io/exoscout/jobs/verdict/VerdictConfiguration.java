package io.exoscout.jobs.verdict;

import java.time.Clock;

import io.exoscout.store.MongoAccess;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** What people make of objects, on the database of the application. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VerdictSettings.class)
public class VerdictConfiguration {

	@Bean
	OwnVerdicts ownVerdicts(MongoOperations mongo, VerdictSettings settings) {
		return new OwnVerdicts(new MongoAccess(mongo), settings, Clock.systemUTC());
	}

	@Bean
	VerdictDocs verdictDocs() {
		return new VerdictDocs();
	}

	@Bean
	VerdictController verdictController(OwnVerdicts verdicts) {
		return new VerdictController(verdicts);
	}

	@Bean
	VerdictExport verdictExport(OwnVerdicts verdicts, JsonMapper json) {
		return new VerdictExport(verdicts, json);
	}

}
