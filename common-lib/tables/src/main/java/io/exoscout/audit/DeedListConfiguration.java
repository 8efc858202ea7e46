package io.exoscout.audit;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** That one service lists what all have recorded. */
@Configuration(proxyBeanMethods = false)
public class DeedListConfiguration {

	@Bean
	DeedController deedController(DeedRecords records, JsonMapper json) {
		return new DeedController(records, json);
	}

}
