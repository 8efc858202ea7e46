package io.exoscout.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.mongodb.client.MongoClient;
import io.exoscout.backup.BackupSettings;
import io.exoscout.backup.BackupStores;
import io.exoscout.backup.BackupTargets;
import io.exoscout.backup.ScheduledBackups;
import io.exoscout.backup.live.SeriesStores;
import io.exoscout.catalog.CatalogConfiguration;
import io.exoscout.forecast.SeriesConfiguration;
import io.exoscout.health.ProgramVersion;
import io.exoscout.home.OwnerOnly;
import io.exoscout.jobs.JobsConfiguration;
import io.exoscout.orchestrator.OrchestratorConfiguration;
import io.exoscout.predictor.PredictorConfiguration;
import io.exoscout.s3.S3Access;
import io.exoscout.searcher.TransitConfiguration;
import io.exoscout.servers.EmbeddedBrokerConfiguration;
import io.exoscout.store.BlobSettings;
import io.exoscout.store.BlobStore;
import io.exoscout.stream.StreamServiceConfiguration;
import io.exoscout.trainer.TrainerConfiguration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** All services, and what only the suite has. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ OrchestratorConfiguration.class, TrainerConfiguration.class, PredictorConfiguration.class,
		TransitConfiguration.class, JobsConfiguration.class, CatalogConfiguration.class, SeriesConfiguration.class,
		StreamServiceConfiguration.class, EmbeddedBrokerConfiguration.class })
@EnableConfigurationProperties(BackupSettings.class)
public class SuiteConfiguration {

	/** What Tomcat keeps in the data directory while it runs. */
	static final String WEB = ".exoscout-web";

	/** Below the system's directory what Tomcat needs would stay after a kill. */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> webDirectory(@Value("${exoscout.home}") Path home)
			throws IOException {
		OwnerOnly.directory(home.resolve(WEB));
		// empty, but it has to be there: the page comes from the jar
		Path documents = Files.createDirectories(home.resolve(WEB).resolve("documents"));
		return (factory) -> {
			factory.setBaseDirectory(home.resolve(WEB).toFile());
			factory.setDocumentRoot(documents.toFile());
		};
	}

	@Bean
	@ConditionalOnProperty("exoscout.backup.every")
	SeriesStores seriesStores(MongoClient client, MongoDatabaseFactory jobs,
			@Value("${" + SeriesStores.SETTING + ":}") String name) {
		return SeriesStores.beside(client, jobs.getMongoDatabase().getName(), name);
	}

	@Bean(initMethod = "start")
	@ConditionalOnProperty("exoscout.backup.every")
	ScheduledBackups scheduledBackups(BackupSettings settings, MongoDatabaseFactory databases, BlobStore blobs,
			BlobSettings places, S3Access s3, @Value("${exoscout.home}") Path home,
			@Value("${exoscout.identity}") String identity, SeriesStores series) {
		return ScheduledBackups.of(settings, new BackupStores(databases.getMongoDatabase(), blobs, series),
				new BackupTargets(s3, places.spool(home)), identity, ProgramVersion.current().version());
	}

}
