package io.exoscout.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.exoscout.backup.BackupConfiguration;
import io.exoscout.catalog.CatalogConfiguration;
import io.exoscout.database.OwnerOnly;
import io.exoscout.jobs.JobsConfiguration;
import io.exoscout.orchestrator.OrchestratorConfiguration;
import io.exoscout.predictor.PredictorConfiguration;
import io.exoscout.servers.EmbeddedBrokerConfiguration;
import io.exoscout.trainer.TrainerConfiguration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** All services, and what only the suite has. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ OrchestratorConfiguration.class, TrainerConfiguration.class, PredictorConfiguration.class,
		JobsConfiguration.class, CatalogConfiguration.class, EmbeddedBrokerConfiguration.class,
		BackupConfiguration.class })
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

}
