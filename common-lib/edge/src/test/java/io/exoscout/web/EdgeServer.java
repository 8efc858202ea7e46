package io.exoscout.web;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A service under test, on a free port, with the settings of a test. */
public final class EdgeServer implements AutoCloseable {

	private static final String DATABASE = "spring.mongodb.uri=";

	private final ConfigurableApplicationContext context;

	/** Its own, if it has one. */
	private final @Nullable MemoryMongo mongo;

	private EdgeServer(ConfigurableApplicationContext context, @Nullable MemoryMongo mongo) {
		this.context = context;
		this.mongo = mongo;
	}

	/**
	 * Starts a service with properties such as {@code exoscout.upload.max-size=1KB}, and
	 * a database of its own unless they name one.
	 */
	public static EdgeServer start(Class<?> application, Path home, String... properties) {
		if (Arrays.stream(properties).anyMatch((property) -> property.startsWith(DATABASE))) {
			return new EdgeServer(run(application, home, Arrays.stream(properties)), null);
		}
		MemoryMongo mongo = new MemoryMongo();
		try {
			return new EdgeServer(
					run(application, home, Stream.concat(Stream.of(DATABASE + mongo.uri()), Arrays.stream(properties))),
					mongo);
		}
		catch (RuntimeException ex) {
			mongo.close();
			throw ex;
		}
	}

	private static ConfigurableApplicationContext run(Class<?> application, Path home, Stream<String> properties) {
		return new SpringApplicationBuilder(application)
			.properties("spring.config.import=classpath:exoscout.yml", "spring.main.register-shutdown-hook=false")
			.run(Stream.concat(Stream.of("server.port=0", "exoscout.home=" + home), properties)
				.map((property) -> "--" + property)
				.toArray(String[]::new));
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
		if (this.mongo != null) {
			this.mongo.close();
		}
	}

}
