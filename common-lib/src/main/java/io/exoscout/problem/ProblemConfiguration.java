package io.exoscout.problem;

import java.util.EnumSet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.apache.catalina.core.StandardHost;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Makes every error of a web application a {@link Problem}. */
@Configuration(proxyBeanMethods = false)
public class ProblemConfiguration {

	@Bean
	ProblemAdvice problemAdvice() {
		return new ProblemAdvice();
	}

	@Bean
	ProblemController problemController() {
		return new ProblemController();
	}

	@Bean
	ProblemWriter problemWriter(JsonMapper json) {
		return new ProblemWriter(json);
	}

	@Bean
	FilterRegistrationBean<TraceFilter> traceFilter() {
		return filter(new TraceFilter(), Ordered.HIGHEST_PRECEDENCE);
	}

	/** Inside the observation filter, so that metrics see the status it answers with. */
	@Bean
	FilterRegistrationBean<ProblemFilter> problemFilter(ProblemWriter writer) {
		return filter(new ProblemFilter(writer), Ordered.HIGHEST_PRECEDENCE + 10);
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemValve(ProblemWriter writer) {
		return (factory) -> factory.addContextCustomizers((context) -> {
			StandardHost host = (StandardHost) context.getParent();
			// Tomcat adds its own report unless it finds one of this class
			host.setErrorReportValveClass(ProblemValve.class.getName());
			host.getPipeline().addValve(new ProblemValve(writer));
		});
	}

	private static <F extends Filter> FilterRegistrationBean<F> filter(F filter, int order) {
		FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(order);
		registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
		return registration;
	}

}
