package io.exoscout.suite;

import java.nio.file.Path;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What has to be known before there is a Spring context. */
final class LaunchSettings {

	private LaunchSettings() {
	}

	/**
	 * All settings of a start but those of files; arguments count more than environment
	 * variables.
	 */
	static ConfigurableEnvironment settings(String... args) {
		ConfigurableEnvironment settings = new StandardEnvironment();
		settings.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
		return settings;
	}

	/** The data directory. */
	static Path home(PropertyResolver settings) {
		Path usual = Path.of(System.getProperty("user.home"), ".exoscout");
		return Path.of(settings.getProperty("exoscout.home", usual.toString())).toAbsolutePath().normalize();
	}

}
