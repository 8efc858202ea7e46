package io.exoscout.etag;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the filters in their place: behind those that refuse. */
@Configuration(proxyBeanMethods = false)
public class TagConfiguration {

	@Bean
	FilterRegistrationBean<AnyTag> anyTag() {
		FilterRegistrationBean<AnyTag> registration = new FilterRegistrationBean<>(new AnyTag());
		registration.setOrder(1);
		return registration;
	}

	@Bean
	FilterRegistrationBean<WeakTag> weakTag() {
		FilterRegistrationBean<WeakTag> registration = new FilterRegistrationBean<>(new WeakTag());
		registration.setOrder(2);
		return registration;
	}

}
