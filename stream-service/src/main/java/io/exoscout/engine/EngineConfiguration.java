package io.exoscout.engine;

import java.nio.file.Path;
import java.util.Objects;

import io.exoscout.engine.parts.ClusterClient;
import io.exoscout.engine.parts.ClusterSettings;
import io.exoscout.engine.parts.JobManagerProcess;
import io.exoscout.engine.parts.TaskManagerProcess;
import io.exoscout.stream.course.FoldSurroundings;
import io.exoscout.stream.course.StreamEngine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Who folds the logs of streams: Flink in this process or in others, of which this one
 * may be one ({@code exoscout.streams.role}).
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ EngineSettings.class, ClusterSettings.class })
public class EngineConfiguration {

	/** Says what a process is for. */
	public static final String ROLE = "exoscout.streams.role";

	/** It takes events, and has them folded. */
	public static final String SERVICE = "service";

	private static final String JOB_MANAGER = "jobmanager";

	private static final String TASK_MANAGER = "taskmanager";

	private static final String STREAMS = "streams";

	@Bean(destroyMethod = "close")
	@ConditionalOnProperty(name = ROLE, havingValue = SERVICE, matchIfMissing = true)
	StreamEngine streamEngine(FoldSurroundings surroundings, EngineSettings settings, ClusterSettings cluster,
			@Value("${exoscout.home}") Path home) {
		Path directory = home.resolve(STREAMS);
		return (settings.engine() == EngineSettings.Place.EMBEDDED)
				? new LazyEngine(surroundings, directory, settings.running())
				: Remote.of(surroundings, settings, cluster, directory);
	}

	@Bean
	@ConditionalOnProperty(name = "exoscout.streams.engine", havingValue = "cluster")
	MeterBinder streamJobMeter(ObjectProvider<StreamEngine> engine) {
		return (registry) -> engine.stream()
			.filter(RemoteCluster.class::isInstance)
			.map(RemoteCluster.class::cast)
			.forEach((cluster) -> Gauge.builder("exoscout.streams.jobs", cluster, RemoteCluster::count)
				.description("Streams that have a job in the cluster, running or waiting for a place")
				.register(registry));
	}

	/** No class of Flink is loaded where nobody asks for it. */
	private static final class Remote {

		static StreamEngine of(FoldSurroundings surroundings, EngineSettings settings, ClusterSettings cluster,
				Path directory) {
			Path checkpoints = Objects.requireNonNullElse(cluster.checkpoints(), directory.resolve("checkpoints"));
			return new RemoteCluster(surroundings, checkpoints, new ClusterClient(cluster), settings.running());
		}

	}

	@Bean(destroyMethod = "close")
	@ConditionalOnProperty(name = ROLE, havingValue = JOB_MANAGER)
	JobManagerProcess jobManager(ClusterSettings settings, @Value("${exoscout.home}") Path home) {
		return JobManagerProcess.start(settings, home.resolve(STREAMS).resolve(JOB_MANAGER), KeptCheckpoints.KEPT);
	}

	@Bean(destroyMethod = "close")
	@ConditionalOnProperty(name = ROLE, havingValue = TASK_MANAGER)
	TaskManagerProcess taskManager(FoldSurroundings surroundings, ClusterSettings settings,
			@Value("${exoscout.home}") Path home) {
		JobSurroundings.add(RemoteCluster.SURROUNDINGS, surroundings);
		// whoever started the process starts it again
		return TaskManagerProcess.start(settings, home.resolve(STREAMS).resolve(TASK_MANAGER), () -> System.exit(1));
	}

}
