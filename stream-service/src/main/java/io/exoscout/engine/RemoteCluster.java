package io.exoscout.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import io.exoscout.engine.parts.ClusterClient;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.schedule.RegularTask;
import io.exoscout.stream.course.FoldSurroundings;
import io.exoscout.stream.course.StreamEngine;
import io.exoscout.stream.definition.KnownStream;
import org.apache.flink.api.common.JobID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Flink in processes of its own. Which jobs there are the JobManager says, so that a
 * service that was started again finds its own. A JobManager that was killed has
 * forgotten all of them; what is missing is given to the next one from its last
 * checkpoint, twice a second.
 */
final class RemoteCluster implements StreamEngine, AutoCloseable {

	/** Under which all TaskManagers know what folding needs. */
	static final String SURROUNDINGS = "cluster";

	private static final Logger log = LoggerFactory.getLogger(RemoteCluster.class);

	private static final Duration LOOK = Duration.ofMillis(500);

	/** A job that fails at once is not tried all the time. */
	private static final Duration AGAIN = Duration.ofSeconds(2);

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Duration BELIEVED = Duration.ofMillis(250);

	private final FoldSurroundings surroundings;

	private final KeptCheckpoints checkpoints;

	private final ClusterClient client;

	private final int streams;

	/** The streams that are to have a job, and when they were last given one. */
	private final Map<String, Wanted> wanted = new HashMap<>();

	private Map<String, List<JobID>> jobs = Map.of();

	private long asked;

	private boolean away;

	private volatile double count = Double.NaN;

	private final RegularTask watch = new RegularTask("stream-cluster-watch", LOOK, this::look);

	/**
	 * Watches over the jobs of a cluster.
	 * @param surroundings of folds, which know how far streams have come
	 * @param checkpoints the directory that all processes share
	 * @param streams how many run at once at most
	 */
	RemoteCluster(FoldSurroundings surroundings, Path checkpoints, ClusterClient client, int streams) {
		this.surroundings = surroundings;
		this.checkpoints = new KeptCheckpoints(checkpoints);
		this.client = client;
		this.streams = streams;
		this.watch.start();
	}

	/**
	 * A stream that is to have a job.
	 *
	 * @param stream as it was then
	 * @param from the checkpoint that began with, if there was one and it is known
	 * @param given when it was last given one, in nanoseconds
	 */
	private record Wanted(KnownStream stream, Optional<Path> from, long given) {

		String job() {
			return FoldJob.name(this.stream.id(), this.stream.turns());
		}

	}

	/** Without another checkpoint, the one it began with may be why. */
	private void endedBy(Wanted wanted) {
		this.wanted.remove(wanted.stream().id());
		wanted.from()
			.filter((from) -> this.checkpoints.newest(wanted.stream().id()).filter(from::equals).isPresent())
			.ifPresent((from) -> {
				log.warn("The checkpoint that stream {} began with is not used again", wanted.stream().id());
				this.checkpoints.discard(from);
			});
	}

	/** Gives a JobManager that has forgotten them the jobs that it should have. */
	private synchronized void look() {
		try {
			Set<String> there = new HashSet<>(ask().keySet());
			this.count = there.size();
			// one that came to its end is tried again by whoever keeps streams going
			List.copyOf(this.wanted.values())
				.stream()
				.filter((wanted) -> !there.contains(wanted.job()) && this.client.ended().contains(wanted.job()))
				.forEach(this::endedBy);
			if (this.away) {
				log.info("The JobManager is there");
				this.away = false;
			}
			long now = System.nanoTime();
			List.copyOf(this.wanted.values())
				.stream()
				.filter((wanted) -> !there.contains(wanted.job()) && now - wanted.given() > AGAIN.toNanos())
				.forEach((wanted) -> submit(wanted.stream()));
		}
		catch (RuntimeException ex) {
			if (!this.away) {
				log.warn("The JobManager does not answer ({}); its jobs are given to the next one", ex.getMessage());
			}
			this.away = true;
			this.count = Double.NaN;
		}
	}

	@Override
	public synchronized void run(KnownStream stream) {
		Map<String, List<JobID>> there = jobsOf(stream.id());
		if (!there.containsKey(FoldJob.name(stream.id(), stream.turns()))) {
			// what is folded in an earlier turn counts no longer
			there.values().forEach((jobs) -> jobs.forEach(this.client::cancel));
			submit(stream);
		}
		else {
			this.wanted.putIfAbsent(stream.id(), new Wanted(stream, Optional.empty(), System.nanoTime()));
		}
	}

	private void submit(KnownStream stream) {
		Optional<Path> newest = this.checkpoints.newest(stream.id());
		this.wanted.put(stream.id(), new Wanted(stream, newest, System.nanoTime()));
		FoldOrder order = new FoldOrder(SURROUNDINGS, stream.id(), stream.turns(),
				this.surroundings.firstBatch(stream));
		this.client.submit(FoldJob.graph(order, directory(stream.id()), newest));
		this.asked = 0;
		log.info("Stream {} is given to the cluster", stream.id());
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
		this.wanted.remove(stream);
		long begun = System.nanoTime();
		Map<String, List<JobID>> running = jobsOf(stream);
		while (!running.isEmpty()) {
			if (System.nanoTime() - begun > PATIENCE.toNanos()) {
				throw new ProblemException(ErrorCode.STREAM_ENGINE_UNAVAILABLE,
						"The engine does not stop the stream '%s' in time; try again.".formatted(stream));
			}
			running.values().forEach((jobs) -> jobs.forEach(this.client::cancel));
			pause();
			ask();
			running = jobsOf(stream);
		}
	}

	/** Nobody tells when a job of another process has ended. */
	private void pause() {
		LockSupport.parkNanos(LOOK.dividedBy(10).toNanos());
		if (Thread.currentThread().isInterrupted()) {
			throw new IllegalStateException("The program is stopping");
		}
	}

	/** The jobs of a stream, of whatever turn. */
	private Map<String, List<JobID>> jobsOf(String stream) {
		return known().entrySet()
			.stream()
			.filter((job) -> FoldJob.stream(job.getKey()).equals(stream))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private Map<String, List<JobID>> known() {
		return (System.nanoTime() - this.asked > BELIEVED.toNanos() || this.asked == 0) ? ask() : this.jobs;
	}

	private Map<String, List<JobID>> ask() {
		this.jobs = this.client.jobs();
		this.asked = System.nanoTime();
		return this.jobs;
	}

	@Override
	public synchronized boolean runs(String stream) {
		return !jobsOf(stream).isEmpty();
	}

	@Override
	public synchronized Set<String> running() {
		return known().keySet().stream().map(FoldJob::stream).collect(Collectors.toSet());
	}

	@Override
	public synchronized boolean hasRoom() {
		return running().size() < this.streams;
	}

	/** Whoever is away comes back, and nothing is remembered here. */
	@Override
	public boolean isWorn() {
		return false;
	}

	/** How many jobs there are; NaN while nobody can tell. */
	double count() {
		return this.count;
	}

	@Override
	public synchronized void forget(String stream) {
		this.checkpoints.delete(stream);
	}

	/** Jobs go on; the service finds them when it is there again. */
	@Override
	public void close() {
		this.watch.stop();
		this.client.close();
	}

}
