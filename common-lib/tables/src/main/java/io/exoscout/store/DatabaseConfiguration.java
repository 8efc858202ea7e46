package io.exoscout.store;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.mongodb.WriteConcern;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.annotation.Validated;

/**
 * How all services use their database: one that is down is noticed within seconds (the
 * driver would wait for half a minute), and a write that was acknowledged is not lost
 * with a single node.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseConfiguration.DatabaseSettings.class)
public class DatabaseConfiguration {

	/**
	 * How patient the services are with their database.
	 *
	 * @param timeout how long to look for it before answering that it is unavailable; an
	 * answer may take ten times as long
	 */
	@Validated
	@ConfigurationProperties("exoscout.database")
	record DatabaseSettings(@DurationMin(millis = 100) @DefaultValue("3s") Duration timeout) {
	}

	/** Comes before the connection string, so that what that says wins. */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	MongoClientSettingsBuilderCustomizer databaseClient(DatabaseSettings settings) {
		int millis = (int) settings.timeout().toMillis();
		return (client) -> client.writeConcern(WriteConcern.MAJORITY)
			.applyToClusterSettings((cluster) -> cluster.serverSelectionTimeout(millis, TimeUnit.MILLISECONDS))
			.applyToSocketSettings((socket) -> socket.connectTimeout(millis, TimeUnit.MILLISECONDS)
				.readTimeout(10 * millis, TimeUnit.MILLISECONDS));
	}

}
