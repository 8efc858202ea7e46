package io.exoscout.web;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.exoscout.admission.AdmissionConfiguration;
import io.exoscout.disk.DiskDirectory;
import io.exoscout.disk.DiskFilter;
import io.exoscout.disk.DiskRoom;
import io.exoscout.disk.DiskSettings;
import io.exoscout.etag.TagConfiguration;
import io.exoscout.health.HealthController;
import io.exoscout.health.HealthProbe;
import io.exoscout.health.LiveWorkers;
import io.exoscout.health.ProgramVersion;
import io.exoscout.openapi.DocsConfiguration;
import io.exoscout.problem.ProblemConfiguration;
import io.exoscout.problem.ProblemWriter;
import io.exoscout.origin.CorsSettings;
import io.exoscout.security.SecurityConfiguration;
import io.exoscout.security.SecuritySettings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.MultipartConfigElement;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties.ForwardHeadersStrategy;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The edge that every HTTP service imports: errors, security, CORS, limits, health and
 * API documents. The matching properties are in {@code exoscout.yml}.
 */
@Configuration(proxyBeanMethods = false)
@Import({ ProblemConfiguration.class, SecurityConfiguration.class, AdmissionConfiguration.class, TagConfiguration.class,
		DocsConfiguration.class })
@EnableConfigurationProperties({ SecuritySettings.class, CorsSettings.class, UploadSettings.class, DiskSettings.class,
		ServerProperties.class, ManagementServerProperties.class })
public class WebConfiguration {

	/** Larger than any form field; smaller parts do not go to disk. */
	private static final int IN_MEMORY = (int) DataSize.ofKilobytes(64).toBytes();

	/** What the fields besides the file, and the part headers, may add. */
	private static final DataSize FIELDS = DataSize.ofMegabytes(1);

	@Bean
	MultipartConfigElement multipartConfigElement(UploadSettings settings) {
		long maxFile = settings.maxSize().toBytes();
		return new MultipartConfigElement(UploadDirectory.prepare(settings.directory()).toString(), maxFile,
				maxFile + FIELDS.toBytes(), IN_MEMORY);
	}

	/** Behind security, so that strangers hear of nothing but that. */
	@Bean
	FilterRegistrationBean<BodyLimitFilter> bodyLimit(UploadSettings settings, ProblemWriter problems) {
		FilterRegistrationBean<BodyLimitFilter> registration = new FilterRegistrationBean<>(
				new BodyLimitFilter(settings.maxBodySize(), settings.maxSize(), BodyRoom.ofHeap(), problems));
		registration.setOrder(0);
		return registration;
	}

	@Bean
	WebMvcConfigurer strictParameters(ObjectProvider<ParameterHint> hints) {
		return new WebMvcConfigurer() {
			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(new StrictParameters(hints.orderedStream().toList()));
			}
		};
	}

	/**
	 * A member of a request that nobody reads is refused, and so is a fraction where a
	 * whole number is wanted; what is stored, and may have been written by a later
	 * version, is read by mappers of its own.
	 */
	@Bean
	ServerHttpMessageConvertersCustomizer strictMembers(JsonMapper json) {
		JsonMapper strict = json.rebuild()
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
			.build();
		return (converters) -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(strict));
	}

	/** What {@code /actuator/info} tells. */
	@Bean
	InfoContributor programInfo() {
		return (info) -> info.withDetail("program", ProgramVersion.current());
	}

	/** For questions that may hang; see {@link HealthProbe}. */
	@Bean(defaultCandidate = false)
	ExecutorService probeExecutor() {
		return Executors.newCachedThreadPool((task) -> {
			Thread thread = new Thread(task, "probe");
			thread.setDaemon(true);
			return thread;
		});
	}

	@Bean
	HealthController healthController(HealthContributorRegistry health, MongoOperations mongo,
			ObjectProvider<LiveWorkers> workers, DiskRoom disk, @Qualifier("probeExecutor") Executor executor) {
		HealthIndicator database = Objects.requireNonNull(indicator(health, "mongo"), "no database to ask");
		return new HealthController(database, () -> isWritable(mongo), indicator(health, "rabbit"),
				workers.getIfAvailable(), disk, executor);
	}

	private static boolean isWritable(MongoOperations mongo) {
		return mongo.executeCommand("{ hello: 1 }").getBoolean("isWritablePrimary", true);
	}

	@Bean
	DiskDirectory uploads(UploadSettings settings) {
		return new DiskDirectory(settings.directory().toAbsolutePath());
	}

	@Bean
	DiskRoom diskRoom(ObjectProvider<DiskDirectory> directories, DiskSettings settings) {
		return new DiskRoom(directories.stream().toList(), settings.reserve());
	}

	/**
	 * Without it, addresses that are put together here would believe whatever a caller
	 * says to have been forwarded, in front of which no proxy stands; where one does, the
	 * container has believed it already.
	 */
	@Bean
	FilterRegistrationBean<ForwardedHeaderFilter> forwardedHeaders(ServerProperties server) {
		ForwardedHeaderFilter filter = new ForwardedHeaderFilter();
		filter.setRemoveOnly(server.getForwardHeadersStrategy() != ForwardHeadersStrategy.FRAMEWORK);
		FilterRegistrationBean<ForwardedHeaderFilter> registration = new FilterRegistrationBean<>(filter);
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	/** Behind security, and before anything of a body is read. */
	@Bean
	FilterRegistrationBean<DiskFilter> diskFilter(DiskRoom room, ProblemWriter problems) {
		FilterRegistrationBean<DiskFilter> registration = new FilterRegistrationBean<>(new DiskFilter(room, problems));
		registration.setOrder(-1);
		return registration;
	}

	private static @Nullable HealthIndicator indicator(HealthContributorRegistry health, String name) {
		return (health.getContributor(name) instanceof HealthIndicator indicator) ? indicator : null;
	}

}
