package io.exoscout.backup;

import java.nio.file.Path;
import java.time.Clock;

import io.exoscout.health.ProgramVersion;
import io.exoscout.s3.S3Access;
import io.exoscout.store.BlobSettings;
import io.exoscout.store.BlobStore;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Backups that a suite makes of itself, if it is told to. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BackupSettings.class)
public class BackupConfiguration {

	@Bean(initMethod = "start")
	@ConditionalOnProperty("exoscout.backup.every")
	ScheduledBackups scheduledBackups(BackupSettings settings, MongoDatabaseFactory databases, BlobStore blobs,
			BlobSettings places, S3Access s3, @Value("${exoscout.home}") Path home,
			@Value("${exoscout.identity}") String identity) {
		BackupTargets targets = new BackupTargets(s3, places.spool(home));
		return new ScheduledBackups(new BackupStores(databases.getMongoDatabase(), blobs),
				targets.all(settings.requiredTo()), settings.requiredEvery(), settings.keep(), identity,
				ProgramVersion.current().version(), Clock.systemUTC());
	}

}
