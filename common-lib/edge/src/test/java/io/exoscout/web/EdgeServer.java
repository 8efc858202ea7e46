package io.exoscout.web;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A service under test, on a free port, with the settings of a test. */
public final class EdgeServer implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private EdgeServer(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/** Starts a service with properties such as {@code exoscout.upload.max-size=1KB}. */
	public static EdgeServer start(Class<?> application, Path home, String... properties) {
		String[] defaults = { "server.port=0", "exoscout.home=" + home };
		return new EdgeServer(new SpringApplicationBuilder(application)
			.properties("spring.config.import=classpath:exoscout.yml", "spring.main.register-shutdown-hook=false")
			.run(Stream.concat(Arrays.stream(defaults), Arrays.stream(properties))
				.map((property) -> "--" + property)
				.toArray(String[]::new)));
	}

	public static EdgeServer start(Path home, String... properties) {
		return start(EdgeApplication.class, home, properties);
	}

	public int port() {
		return ((WebServerApplicationContext) this.context).getWebServer().getPort();
	}

	public Wire wire() {
		return new Wire(port());
	}

	public ConfigurableApplicationContext context() {
		return this.context;
	}

	@Override
	public void close() {
		this.context.close();
	}

}
