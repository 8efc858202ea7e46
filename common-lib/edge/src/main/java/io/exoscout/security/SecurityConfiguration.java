package io.exoscout.security;

import java.util.Set;

import io.exoscout.caller.RequestWitness;
import io.exoscout.caller.WitnessFilter;
import io.exoscout.origin.CorsSettings;
import io.exoscout.origin.CrossOrigin;
import io.exoscout.origin.HostGuard;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * The one filter chain. There are no cookies and no sessions, hence nothing that a forged
 * request could ride on but the loopback address itself; {@link HostGuard} and
 * {@link CrossOrigin} see to that.
 */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

	private static final String[] PROBES = { "/health", "/actuator/health", "/actuator/health/liveness",
			"/actuator/health/readiness" };

	/** What the API is, not what is in it: no more than the project's own pages say. */
	private static final String[] DOCS = { "/docs", "/swagger-ui/**", "/v3/api-docs", "/v3/api-docs/*" };

	/**
	 * What the Swagger page needs and no more: everything from here, inline styles. Where
	 * an answer has a policy of its own, that one holds.
	 */
	private static final String CONTENT_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline';"
			+ " img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

	@Bean
	KeyRing keyRing(SecuritySettings security) {
		return new KeyRing(security);
	}

	@Bean
	ListenScope exposure(ServerProperties server, ManagementServerProperties management, SecuritySettings security,
			KeyRing keys) {
		return ListenScope.checked(server, management, security, keys);
	}

	@Bean
	SocketCredentials socketCredentials(SecuritySettings security, KeyRing keys) {
		return new SocketCredentials(security, keys);
	}

	@Bean
	Attempts attempts(SecuritySettings security) {
		return new Attempts(security.wrongKeysPerMinute());
	}

	@Bean
	FirstGlance firstGlance(ListenScope exposure, SecuritySettings security, CorsSettings cors, ProblemWriter problems,
			Attempts attempts, KeyRing keys, ObjectProvider<PublicPages> pages) {
		HostGuard hosts = exposure.loopback() ? new HostGuard(security.allowedHosts(), problems) : null;
		return new FirstGlance(Set.of(PROBES), hosts, CrossOrigin.rules(cors), security, keys, attempts,
				pages.getIfAvailable(() -> (path) -> false));
	}

	/** What is ignored anyway would be wrapped around each filter of each request. */
	@Bean
	SecurityObservationSettings securityObservations() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	SecurityFilterChain edge(HttpSecurity http, ListenScope exposure, SecuritySettings security, CorsSettings cors,
			ProblemWriter problems, Attempts attempts, KeyRing keys, ObjectProvider<PublicPages> pages,
			ObjectProvider<RequestWitness> witnesses) {
		PublicPages page = pages.getIfAvailable(() -> (path) -> false);
		AccessRefusal refusal = new AccessRefusal(security, keys, problems, attempts);
		http.csrf(AbstractHttpConfigurer::disable)
			.cors(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_POLICY))
				.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.NO_REFERRER)))
			.exceptionHandling((refused) -> refused.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
			.addFilter(corsFilter(cors, problems));
		if (exposure.loopback()) {
			http.addFilterBefore(new HostGuard(security.allowedHosts(), problems), CorsFilter.class);
		}
		http.addFilterAt(new ApiKeyFilter(keys, attempts, refusal), AbstractPreAuthenticatedProcessingFilter.class);
		if (security.hasIssuer()) {
			http.oauth2ResourceServer((tokens) -> tokens.authenticationEntryPoint(refusal)
				.jwt((jwt) -> jwt.decoder(BearerTokens.decoder(security))
					.jwtAuthenticationConverter(new TokenCaller(security)))
				.withObjectPostProcessor(failingWith(refusal)));
		}
		http.anonymous((nobody) -> nobody.authenticationFilter(new NamelessCaller(security, keys)));
		witnesses.ifAvailable(
				(witness) -> http.addFilterAfter(new WitnessFilter(witness), AnonymousAuthenticationFilter.class));
		http.authorizeHttpRequests((requests) -> {
			requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
				.permitAll();
			requests.requestMatchers(PROBES).permitAll();
			requests.requestMatchers(HttpMethod.GET, DOCS).permitAll();
			requests.requestMatchers((request) -> page.has(request.getRequestURI())).permitAll();
			requests.requestMatchers(HttpMethod.GET, SocketCredentials.PATH).permitAll();
			requests.anyRequest().access(new RoleGuard());
		});
		return http.build();
	}

	/** For what the firewall in front of the chain turns away. */
	@Bean
	RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
		return (request, response, rejected) -> problems.write(request, response, new ProblemException(
				ErrorCode.MALFORMED_REQUEST, "The address, method or a header holds forbidden characters."));
	}

	/** The default lets an unreachable issuer escape as an error of ours. */
	private static ObjectPostProcessor<BearerTokenAuthenticationFilter> failingWith(AccessRefusal refusal) {
		return new ObjectPostProcessor<>() {
			@Override
			public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
				filter.setAuthenticationFailureHandler(refusal);
				return filter;
			}
		};
	}

	private static CorsFilter corsFilter(CorsSettings settings, ProblemWriter problems) {
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/**", CrossOrigin.rules(settings));
		CorsFilter filter = new CorsFilter(source);
		filter.setCorsProcessor(new CrossOrigin(problems));
		return filter;
	}

}
