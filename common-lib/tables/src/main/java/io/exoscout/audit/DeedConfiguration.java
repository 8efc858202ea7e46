package io.exoscout.audit;

import java.time.Clock;

import io.exoscout.caller.RequestWitness;
import io.exoscout.store.MongoAccess;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** That each service records who changed what. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
public class DeedConfiguration {

	@Bean
	DeedRecords deedRecords(MongoOperations mongo, AuditSettings settings) {
		return new DeedRecords(new MongoAccess(mongo), settings.keep(), Clock.systemUTC());
	}

	@Bean(initMethod = "start", destroyMethod = "close")
	AuditTrail<DeedRecord> deedTrail(DeedRecords records, AuditSettings settings, MeterRegistry meters) {
		return new AuditTrail<>("deeds", records, settings.queue(), AuditTrail.PAUSE, meters);
	}

	@Bean
	RequestWitness deedWitness(AuditTrail<DeedRecord> trail) {
		return new DeedWitness(trail, Clock.systemUTC());
	}

}
