package io.exoscout.installation;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets a service begin only where its database and its blobs belong together; for every
 * service that stores or removes blobs.
 */
@Configuration(proxyBeanMethods = false)
public class InstallationConfiguration {

	@Bean
	InstallationCheck installationCheck(Installation installation, ConfigurableApplicationContext context) {
		return new InstallationCheck(installation, context::close);
	}

}
