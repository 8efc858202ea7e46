package io.exoscout.predictor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The predictor on its own. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(PredictorConfiguration.class)
public class PredictorApplication {

	public static void main(String[] args) {
		SpringApplication.run(PredictorApplication.class, args);
	}

}
