package io.exoscout.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import io.exoscout.engine.parts.ClosedCluster;
import io.exoscout.stream.course.FoldSurroundings;
import io.exoscout.stream.course.StreamEngine;
import io.exoscout.stream.definition.KnownStream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/**
 * Flink in this process. Nothing of it listens anywhere but on the loopback address, and
 * there it answers nothing.
 */
final class EmbeddedCluster implements StreamEngine, AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(EmbeddedCluster.class);

	private static final String LOOPBACK = "127.0.0.1";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Duration SOON = Duration.ofMinutes(1);

	/** It remembers each job that it ever had: after so many it is better begun anew. */
	private static final int FORGETFUL = 1000;

	/** Even if that stops some. */
	private static final int OVERFULL = 4000;

	private final String name = UUID.randomUUID().toString();

	private final FoldSurroundings surroundings;

	private final KeptCheckpoints checkpoints;

	private final MiniCluster cluster;

	private final int streams;

	private final Map<String, Started> jobs = new HashMap<>();

	private int submitted;

	/**
	 * A job.
	 *
	 * @param job its id
	 * @param from the checkpoint it began with, if there was one
	 * @param at when it began
	 */
	private record Started(JobID job, Optional<Path> from, long at) {
	}

	private EmbeddedCluster(FoldSurroundings surroundings, Path directory, MiniCluster cluster, int streams) {
		this.surroundings = surroundings;
		this.checkpoints = new KeptCheckpoints(directory.resolve("checkpoints"));
		this.cluster = cluster;
		this.streams = streams;
		JobSurroundings.add(this.name, surroundings);
	}

	/**
	 * Starts it.
	 * @param directory where it keeps what it has folded, and files for the time being
	 * @param streams how many run at once at most
	 */
	static EmbeddedCluster start(FoldSurroundings surroundings, Path directory, int streams) {
		try {
			Path scratch = directory.resolve("scratch");
			// what a kill left there
			FileSystemUtils.deleteRecursively(scratch);
			Files.createDirectories(scratch);
			MiniCluster cluster = new ClosedCluster(
					new MiniClusterConfiguration.Builder().setConfiguration(configuration(scratch))
						.setNumTaskManagers(1)
						.setNumSlotsPerTaskManager(streams)
						.setCommonBindAddress(LOOPBACK)
						.build());
			cluster.start();
			return new EmbeddedCluster(surroundings, directory, cluster, streams);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (Exception ex) {
			throw new IllegalStateException("Flink does not start", ex);
		}
	}

	private static Configuration configuration(Path scratch) {
		Configuration settings = new Configuration();
		settings.set(RestOptions.BIND_ADDRESS, LOOPBACK);
		settings.set(RestOptions.ADDRESS, LOOPBACK);
		settings.set(RestOptions.BIND_PORT, "0");
		settings.set(WebOptions.SUBMIT_ENABLE, false);
		settings.set(WebOptions.CANCEL_ENABLE, false);
		settings.set(JobManagerOptions.BIND_HOST, LOOPBACK);
		settings.set(CoreOptions.TMP_DIRS, scratch.toString());
		settings.set(WebOptions.TMP_DIR, scratch.toString());
		settings.set(BlobServerOptions.STORAGE_DIRECTORY, scratch.resolve("blobs").toString());
		settings.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, KeptCheckpoints.KEPT);
		settings.set(CoreOptions.CHECK_LEAKED_CLASSLOADER, false);
		settings.set(CoreOptions.CLASSLOADER_RESOLVE_ORDER, "parent-first");
		settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ZERO);
		settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(8));
		settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(8));
		return settings;
	}

	@Override
	public synchronized void run(KnownStream stream) {
		if (runs(stream.id())) {
			JobSurroundings.ring(stream.id());
			return;
		}
		Started before = this.jobs.remove(stream.id());
		Optional<Path> newest = this.checkpoints.newest(stream.id());
		if (before != null && newest.isPresent() && newest.equals(before.from())
				&& System.nanoTime() - before.at() < SOON.toNanos()) {
			// it came to its end soon and without another one: this one may be why
			log.warn("The checkpoint that stream {} began with is not used again", stream.id());
			this.checkpoints.discard(newest.get());
			newest = this.checkpoints.newest(stream.id());
		}
		FoldOrder order = new FoldOrder(this.name, stream.id(), stream.turns(), this.surroundings.firstBatch(stream));
		JobID job = call(this.cluster.submitJob(FoldJob.graph(order, directory(stream.id()), newest))).getJobID();
		this.jobs.put(stream.id(), new Started(job, newest, System.nanoTime()));
		this.submitted++;
		log.info("Stream {} is folded by job {}", stream.id(), job);
	}

	private Path directory(String stream) {
		try {
			return Files.createDirectories(this.checkpoints.of(stream));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public synchronized void halt(String stream) {
		Started started = this.jobs.get(stream);
		if (started != null && runs(stream)) {
			cancel(started.job());
		}
		// only now: one that can not be stopped is not forgotten
		this.jobs.remove(stream);
	}

	private void cancel(JobID job) {
		try {
			call(this.cluster.cancelJob(job));
			call(this.cluster.requestJobResult(job));
		}
		catch (IllegalStateException ex) {
			if (this.cluster.isRunning()) {
				throw ex;
			}
			log.warn("Flink died, and the job {} with it", job, ex);
		}
	}

	@Override
	public synchronized boolean runs(String stream) {
		Started started = this.jobs.get(stream);
		// one that has died has stopped its jobs with it
		return started != null && this.cluster.isRunning()
				&& !call(this.cluster.getJobStatus(started.job())).isGloballyTerminalState();
	}

	@Override
	public synchronized boolean isWorn() {
		return !this.cluster.isRunning() || (this.submitted > FORGETFUL && running().isEmpty())
				|| this.submitted > OVERFULL;
	}

	@Override
	public synchronized Set<String> running() {
		return this.jobs.keySet().stream().filter(this::runs).collect(Collectors.toSet());
	}

	@Override
	public synchronized boolean hasRoom() {
		return running().size() < this.streams;
	}

	@Override
	public synchronized void forget(String stream) {
		this.checkpoints.delete(stream);
	}

	private static <T> T call(CompletableFuture<T> answer) {
		try {
			return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("The program is stopping", ex);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IllegalStateException("Flink does not do what it is told", ex);
		}
	}

	@Override
	public void close() {
		try {
			cancelAll();
		}
		catch (IllegalStateException ex) {
			log.warn("Streams do not stop in order", ex);
		}
		JobSurroundings.remove(this.name);
		try {
			this.cluster.close();
		}
		catch (Exception ex) {
			log.warn("Flink does not stop in order", ex);
		}
	}

	/** All at once: one after the other they would take longer than a stop may. */
	private synchronized void cancelAll() {
		Set<String> running = running();
		call(CompletableFuture.allOf(this.jobs.entrySet()
			.stream()
			.filter((job) -> running.contains(job.getKey()))
			.map((job) -> job.getValue().job())
			.map((job) -> this.cluster.cancelJob(job).thenCompose((done) -> this.cluster.requestJobResult(job)))
			.toArray(CompletableFuture[]::new)));
		this.jobs.clear();
	}

}
