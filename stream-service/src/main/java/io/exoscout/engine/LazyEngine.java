package io.exoscout.engine;

import java.nio.file.Path;
import java.util.Set;

import io.exoscout.stream.course.FoldSurroundings;
import io.exoscout.stream.course.StreamEngine;
import io.exoscout.stream.definition.KnownStream;
import org.jspecify.annotations.Nullable;

/**
 * An engine that is started with the first stream that has something to fold: whoever has
 * no streams does not pay for it. No class of Flink is loaded before.
 */
final class LazyEngine implements StreamEngine, AutoCloseable {

	private final FoldSurroundings surroundings;

	private final Path directory;

	private final int streams;

	private @Nullable StreamEngine engine;

	private boolean closed;

	LazyEngine(FoldSurroundings surroundings, Path directory, int streams) {
		this.surroundings = surroundings;
		this.directory = directory;
		this.streams = streams;
	}

	@Override
	public synchronized void run(KnownStream stream) {
		if (this.closed) {
			return;
		}
		if (this.engine != null && this.engine.isWorn()) {
			Started.close(this.engine);
			this.engine = null;
		}
		if (this.engine == null) {
			this.engine = Started.of(this.surroundings, this.directory, this.streams);
		}
		this.engine.run(stream);
	}

	@Override
	public synchronized void halt(String stream) {
		if (this.engine != null) {
			this.engine.halt(stream);
		}
	}

	@Override
	public synchronized boolean runs(String stream) {
		return this.engine != null && this.engine.runs(stream);
	}

	@Override
	public synchronized Set<String> running() {
		return (this.engine != null) ? this.engine.running() : Set.of();
	}

	@Override
	public synchronized boolean hasRoom() {
		return this.engine == null || this.engine.hasRoom();
	}

	@Override
	public synchronized void forget(String stream) {
		Started.forget(this.directory, stream);
	}

	@Override
	public synchronized boolean isWorn() {
		return false;
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		if (this.engine != null) {
			Started.close(this.engine);
		}
	}

	/** The one place that knows the other one, loaded when it is needed. */
	private static final class Started {

		static StreamEngine of(FoldSurroundings surroundings, Path directory, int streams) {
			return EmbeddedCluster.start(surroundings, directory, streams);
		}

		static void close(StreamEngine engine) {
			((EmbeddedCluster) engine).close();
		}

		static void forget(Path directory, String stream) {
			new KeptCheckpoints(directory.resolve("checkpoints")).delete(stream);
		}

	}

}
