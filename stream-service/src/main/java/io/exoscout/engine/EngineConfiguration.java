package io.exoscout.engine;

import java.nio.file.Path;

import io.exoscout.stream.course.FoldSurroundings;
import io.exoscout.stream.course.StreamEngine;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who folds the logs of streams. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineSettings.class)
public class EngineConfiguration {

	@Bean(destroyMethod = "close")
	StreamEngine streamEngine(FoldSurroundings surroundings, EngineSettings settings,
			@Value("${exoscout.home}") Path home) {
		return new LazyEngine(surroundings, home.resolve("streams"), settings.running());
	}

}
