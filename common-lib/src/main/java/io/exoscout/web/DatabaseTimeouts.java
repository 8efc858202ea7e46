package io.exoscout.web;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.mongodb.MongoClientSettings;

import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.core.Ordered;

/**
 * Has requests fail soon when the database is down: the driver would wait for half a
 * minute. Comes before the connection string, so that what that says wins.
 */
class DatabaseTimeouts implements MongoClientSettingsBuilderCustomizer, Ordered {

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	@Override
	public void customize(MongoClientSettings.Builder builder) {
		builder
			.applyToClusterSettings(
					(cluster) -> cluster.serverSelectionTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
			.applyToSocketSettings((socket) -> socket.connectTimeout((int) PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
