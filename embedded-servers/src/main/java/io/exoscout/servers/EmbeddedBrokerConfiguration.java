package io.exoscout.servers;

import io.exoscout.broker.QpidArguments;

import org.springframework.amqp.core.DeclarableCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the services need to know when their broker is the embedded one. */
@Configuration(proxyBeanMethods = false)
public class EmbeddedBrokerConfiguration {

	@Bean
	DeclarableCustomizer qpidArguments() {
		return new QpidArguments();
	}

}
