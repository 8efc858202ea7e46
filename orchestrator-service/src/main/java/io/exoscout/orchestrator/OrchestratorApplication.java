package io.exoscout.orchestrator;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The orchestrator on its own. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(OrchestratorConfiguration.class)
public class OrchestratorApplication {

	public static void main(String[] args) {
		SpringApplication.run(OrchestratorApplication.class, args);
	}

}
