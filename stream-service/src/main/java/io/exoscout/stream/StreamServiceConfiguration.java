package io.exoscout.stream;

import java.time.Clock;

import io.exoscout.audit.DeedConfiguration;
import io.exoscout.engine.EngineConfiguration;
import io.exoscout.security.SocketCredentials;
import io.exoscout.store.BlobStore;
import io.exoscout.store.MongoAccess;
import io.exoscout.stream.course.FoldSurroundings;
import io.exoscout.stream.course.StreamEngine;
import io.exoscout.stream.course.TalkingFolds;
import io.exoscout.stream.definition.Streams;
import io.exoscout.stream.intake.StreamIntake;
import io.exoscout.stream.live.MetricEventController;
import io.exoscout.stream.live.MetricListeners;
import io.exoscout.stream.log.LogTails;
import io.exoscout.stream.snapshot.StreamSnapshots;
import io.exoscout.web.WebConfiguration;
import org.springdoc.core.models.GroupedOpenApi;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;

/** Streams, from the way in to the engine. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = EngineConfiguration.ROLE, havingValue = EngineConfiguration.SERVICE,
		matchIfMissing = true)
@Import({ WebConfiguration.class, DeedConfiguration.class, FoldConfiguration.class, EngineConfiguration.class })
@EnableConfigurationProperties(StreamSettings.class)
public class StreamServiceConfiguration {

	@Bean
	LogTails logTails(FoldSurroundings known) {
		return new LogTails(known.log(), Clock.systemUTC());
	}

	@Bean
	StreamKeeper streamKeeper(FoldSurroundings known, StreamEngine engine, StreamSettings settings) {
		return new StreamKeeper(known.streams(), known.log(), known.results(), engine, settings.idle());
	}

	@Bean
	StreamIntake streamIntake(LogTails tails, StreamKeeper keeper) {
		return new StreamIntake(tails, keeper::wake, Clock.systemUTC());
	}

	@Bean(destroyMethod = "close")
	Replays replays(StreamIntake intake) {
		return new Replays(intake);
	}

	@Bean
	StreamDesk streamDesk(FoldSurroundings known, MongoOperations mongo, BlobStore blobs, LogTails tails,
			StreamEngine engine, StreamKeeper keeper, Replays replays) {
		return new StreamDesk(known, new TalkingFolds(known),
				new StreamSnapshots(new MongoAccess(mongo), blobs, Clock.systemUTC()), tails, engine, keeper, replays);
	}

	@Bean
	StreamController streamController(StreamDesk desk, FoldSurroundings known, StreamSettings settings) {
		return new StreamController(desk, known.streams(), settings);
	}

	@Bean
	IntakeController intakeController(StreamDesk desk, StreamIntake intake, Replays replays) {
		return new IntakeController(desk, intake, replays);
	}

	@Bean
	StreamMoveController streamMoveController(StreamDesk desk) {
		return new StreamMoveController(desk);
	}

	@Bean
	StreamMetricsController streamMetricsController(StreamDesk desk, JsonMapper json) {
		return new StreamMetricsController(desk, json);
	}

	@Bean
	AskController askController(StreamDesk desk) {
		return new AskController(desk, Clock.systemUTC());
	}

	@Bean
	PushController pushController(StreamDesk desk, StreamIntake intake, StreamSettings settings) {
		return new PushController(desk, intake, settings);
	}

	@Bean
	MetricListeners metricListeners(FoldSurroundings known) {
		return new MetricListeners(known.results());
	}

	@Bean
	MetricEventController metricEventController(FoldSurroundings known, MetricListeners listeners,
			SocketCredentials credentials) {
		return new MetricEventController(known.streams(), listeners, credentials);
	}

	@Bean
	StreamDocs streamDocs() {
		return new StreamDocs();
	}

	@Bean
	GroupedOpenApi streamApi() {
		return GroupedOpenApi.builder()
			.group("streams")
			.displayName("Streams")
			.pathsToMatch(StreamPaths.STREAMS + "/**", StreamPaths.PUSH)
			.build();
	}

}
