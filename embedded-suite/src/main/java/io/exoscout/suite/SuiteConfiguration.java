package io.exoscout.suite;

import io.exoscout.catalog.CatalogConfiguration;
import io.exoscout.jobs.JobsConfiguration;
import io.exoscout.orchestrator.OrchestratorConfiguration;
import io.exoscout.predictor.PredictorConfiguration;
import io.exoscout.servers.EmbeddedBrokerConfiguration;
import io.exoscout.trainer.TrainerConfiguration;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** All services, and what only the suite has. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ OrchestratorConfiguration.class, TrainerConfiguration.class, PredictorConfiguration.class,
		JobsConfiguration.class, CatalogConfiguration.class, EmbeddedBrokerConfiguration.class })
public class SuiteConfiguration {

}
