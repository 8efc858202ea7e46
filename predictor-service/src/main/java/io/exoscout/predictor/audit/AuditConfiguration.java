package io.exoscout.predictor.audit;

import java.time.Clock;
import java.time.Instant;

import io.exoscout.audit.AuditSettings;
import io.exoscout.audit.AuditTrail;
import io.exoscout.store.MongoAccess;
import io.micrometer.core.instrument.MeterRegistry;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Records of requests: how they are left, kept and listed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
public class AuditConfiguration {

	@Bean
	AuditRecords auditRecords(MongoOperations mongo, AuditSettings settings) {
		return new AuditRecords(new MongoAccess(mongo), settings.keep(), Clock.systemUTC());
	}

	@Bean(initMethod = "start", destroyMethod = "close")
	AuditTrail<AuditRecord> auditTrail(AuditRecords records, AuditSettings settings, MeterRegistry meters) {
		return new AuditTrail<>("predictions", records, settings.queue(), AuditTrail.PAUSE, meters);
	}

	@Bean
	JobEndings auditedJobs(AuditTrail<AuditRecord> trail) {
		return (job, state, failure) -> trail
			.add(AuditRecord.of(job, state, failure, job.course().cancelledInQueue().orElseGet(Instant::now)));
	}

	@Bean
	FilterRegistrationBean<AuditFilter> auditFilter(AuditTrail<AuditRecord> trail) {
		FilterRegistrationBean<AuditFilter> registration = new FilterRegistrationBean<>(
				new AuditFilter(trail, Clock.systemUTC()));
		registration.addUrlPatterns("/exo-scout-predictor", "/v2/models/*");
		// behind security, which knows the caller, and before the limit of bodies
		registration.setOrder(-1);
		return registration;
	}

	@Bean
	AuditController auditController(AuditRecords records, JsonMapper json) {
		return new AuditController(records, json);
	}

}
