package io.exoscout.stream;

import java.time.Clock;
import java.time.Duration;

import io.exoscout.audit.DeedConfiguration;
import io.exoscout.body.Spool;
import io.exoscout.engine.EngineConfiguration;
import io.exoscout.schedule.RegularTask;
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
import io.exoscout.stream.retraining.RetrainingWatch;
import io.exoscout.stream.retraining.Retrainings;
import io.exoscout.stream.retraining.TrainingTable;
import io.exoscout.stream.snapshot.LogRetention;
import io.exoscout.stream.snapshot.StreamSnapshots;
import io.exoscout.web.WebConfiguration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
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
	LogTails logTails(FoldSurroundings known, StreamSettings settings) {
		return new LogTails(known.log(), settings.entries(), Clock.systemUTC());
	}

	@Bean
	StreamSnapshots streamSnapshots(MongoOperations mongo, BlobStore blobs) {
		return new StreamSnapshots(new MongoAccess(mongo), blobs, Clock.systemUTC());
	}

	@Bean
	StreamKeeper streamKeeper(FoldSurroundings known, StreamEngine engine, StreamSnapshots snapshots,
			StreamSettings settings) {
		Clock clock = Clock.systemUTC();
		return new StreamKeeper(known, engine, new LogRetention(known.log(), known.results(), snapshots, clock),
				settings.idle(), clock);
	}

	@Bean
	MeterBinder streamMeters(StreamKeeper keeper) {
		return (registry) -> Gauge.builder("exoscout.streams.failing", keeper, StreamKeeper::failing)
			.description("Streams that should learn, and can not")
			.register(registry);
	}

	@Bean
	StreamIntake streamIntake(FoldSurroundings known, LogTails tails, StreamKeeper keeper) {
		return new StreamIntake(known.streams(), tails, keeper::wake, Clock.systemUTC());
	}

	@Bean(destroyMethod = "close")
	Replays replays(StreamIntake intake) {
		return new Replays(intake);
	}

	@Bean
	StreamDesk streamDesk(FoldSurroundings known, StreamSnapshots snapshots, LogTails tails, StreamEngine engine,
			StreamKeeper keeper, Replays replays, Retrainings retrainings) {
		return new StreamDesk(known, new TalkingFolds(known), snapshots, tails, engine, keeper, replays, retrainings);
	}

	@Bean
	Retrainings retrainings(MongoOperations mongo) {
		return new Retrainings(new MongoAccess(mongo), Clock.systemUTC());
	}

	@Bean
	RetrainingWatch retrainingWatch(FoldSurroundings known, StreamEngine engine, Retrainings retrainings,
			BlobStore blobs, Spool spool) {
		return new RetrainingWatch(known, engine, retrainings, blobs, spool, (stream) -> TrainingTable
			.of(known.models().card(stream.definition().model().job()), stream.definition()));
	}

	@Bean
	RegularTask retrainingLooks(RetrainingWatch watch) {
		return new RegularTask("stream-retraining", Duration.ofSeconds(5), watch::look);
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
