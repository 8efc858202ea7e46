package io.exoscout.suite;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What only the suite has. */
@Configuration(proxyBeanMethods = false)
class SuiteConfiguration {

	@Bean
	IndexController indexController() {
		return new IndexController();
	}

}
