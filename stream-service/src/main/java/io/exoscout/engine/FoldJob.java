package io.exoscout.engine;

import java.net.MalformedURLException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.exoscout.stream.definition.StreamTrouble;

import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** The job of a stream: read its log, fold it, tell how it goes. */
final class FoldJob {

	private static final char SEPARATOR = '/';

	private static final Duration CHECKPOINT = Duration.ofSeconds(2);

	private FoldJob() {
	}

	/**
	 * The job as Flink runs it.
	 * @param order what it is to do
	 * @param checkpoints where it keeps how far it has come
	 * @param from the checkpoint to begin with, if there is one
	 */
	static JobGraph graph(FoldOrder order, Path checkpoints, Optional<Path> from) {
		StreamExecutionEnvironment environment = StreamExecutionEnvironment
			.getExecutionEnvironment(configuration(checkpoints));
		environment.setParallelism(1);
		environment
			.fromSource(new LogSource(order), WatermarkStrategy.noWatermarks(), "log",
					PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
			.uid("log")
			.process(new FoldFunction(order))
			.returns(PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
			.uid("fold")
			.sinkTo(new ResultSink(order))
			.uid("results");
		StreamGraph described = environment.getStreamGraph();
		described.setJobName(name(order.stream(), order.turns()));
		JobGraph graph = described.getJobGraph(FoldJob.class.getClassLoader(), null);
		// with none Flink would take the class loader of the system, which in a jar of
		// jars
		// knows none of the classes
		graph.setClasspaths(List.of(url(checkpoints)));
		from.ifPresent((path) -> graph.setSavepointRestoreSettings(
				SavepointRestoreSettings.forPath(path.toUri().toString(), true, RecoveryClaimMode.NO_CLAIM)));
		return graph;
	}

	/** What the job of a stream is called in one of its turns. */
	static String name(String stream, int turns) {
		return stream + SEPARATOR + turns;
	}

	/** Whose job it is that is called so. */
	static String stream(String job) {
		return job.substring(0, Math.max(0, job.lastIndexOf(SEPARATOR)));
	}

	private static java.net.URL url(Path directory) {
		try {
			return directory.toUri().toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Configuration configuration(Path checkpoints) {
		Configuration settings = new Configuration();
		settings.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.STREAMING);
		settings.set(PipelineOptions.OBJECT_REUSE, true);
		settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
		settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
		settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT);
		settings.set(CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
				ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
		// a full disk is no reason to stop: what is not kept is folded again
		settings.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
		settings.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
		settings.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, Duration.ofMillis(250));
		settings.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, Duration.ofSeconds(5));
		settings.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
				Duration.ofMinutes(1));
		// then it makes room for others; whoever keeps streams going tries again later
		settings.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, StreamTrouble.OF_A_JOB);
		return settings;
	}

}
