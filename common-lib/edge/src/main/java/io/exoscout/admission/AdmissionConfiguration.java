package io.exoscout.admission;

import io.exoscout.problem.ProblemWriter;
import io.exoscout.security.FirstGlance;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.MultipartConfigElement;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.thread.Threading;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Puts the valve in front of the server, behind the one that knows forwarded addresses.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ AdmissionSettings.class, TomcatServerProperties.class })
public class AdmissionConfiguration {

	/** Threads that are left to the questions of health, and to reading heads. */
	private static final int RESERVE = 16;

	@Bean
	WaitingRequests waitingRequests(MeterRegistry meters) {
		WaitingRequests waiting = new WaitingRequests();
		Gauge.builder("exoscout.requests.waiting", waiting, WaitingRequests::count)
			.description(
					"Requests without a thread: they wait for their body or their turn, or still send after the answer")
			.register(meters);
		return waiting;
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> admission(AdmissionSettings settings, FirstGlance glance,
			ProblemWriter problems, WaitingRequests waiting, MultipartConfigElement forms,
			TomcatServerProperties tomcat, Environment environment) {
		settings.check(tomcat.getConnectionTimeout());
		return (factory) -> {
			factory.setProtocol(AdmissionProtocol.class.getName());
			factory.addConnectorCustomizers((connector) -> waiting
				.watch((AdmissionProtocol) connector.getProtocolHandler(), settings.headTime()));
			factory.addEngineValves(new AdmissionValve(settings, glance, problems, forms.getMaxRequestSize(), waiting,
					places(tomcat, environment)));
		};
	}

	/** Where each request has a thread of its own, none need wait for one. */
	private static @Nullable Integer places(TomcatServerProperties tomcat, Environment environment) {
		int threads = tomcat.getThreads().getMax();
		return Threading.VIRTUAL.isActive(environment) ? null : threads - Math.min(RESERVE, threads / 2);
	}

}
