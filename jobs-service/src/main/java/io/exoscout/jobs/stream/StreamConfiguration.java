package io.exoscout.jobs.stream;

import io.exoscout.jobs.listing.JobActions;
import io.exoscout.jobs.live.LiveConfiguration;
import io.exoscout.jobs.live.LiveFeeds;
import io.exoscout.jobs.live.LiveMessages;
import io.exoscout.jobs.live.LiveSettings;
import io.exoscout.security.SocketCredentials;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Event streams and WebSockets. */
@Configuration(proxyBeanMethods = false)
@Import(LiveConfiguration.class)
public class StreamConfiguration {

	@Bean
	LiveClients liveClients(LiveFeeds feeds, LiveSettings settings, SocketCredentials credentials,
			MeterRegistry meters) {
		return new LiveClients(feeds, settings, credentials, meters);
	}

	@Bean
	EventController eventController(JobActions actions, LiveFeeds feeds, LiveClients clients, LiveSettings settings) {
		return new EventController(actions, feeds, clients, settings);
	}

	@Bean
	SocketController socketController(LiveFeeds feeds, LiveClients clients, SocketCredentials credentials,
			LiveSettings settings) {
		return new SocketController(feeds, clients, credentials, settings);
	}

	@Bean
	LiveMessages liveMessages() {
		return new LiveMessages();
	}

}
