package io.exoscout.engine;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/**
 * The checkpoints of all streams on disk, below a directory for each stream. They are a
 * cache: one that can not be read to its end is passed over for the one before, and in
 * the end for the log.
 */
final class KeptCheckpoints {

	private static final Logger log = LoggerFactory.getLogger(KeptCheckpoints.class);

	private static final String METADATA = "_metadata";

	/** A directory of a run of the job has those of checkpoints in it. */
	private static final int DEPTH = 3;

	/** The newest one and the one before. */
	static final int KEPT = 2;

	private final Path directory;

	KeptCheckpoints(Path directory) {
		this.directory = directory;
	}

	/** Where those of a stream are. */
	Path of(String stream) {
		return this.directory.resolve(stream);
	}

	/**
	 * The newest of a stream that can be used; what is older than the newest two goes.
	 */
	Optional<Path> newest(String stream) {
		List<Path> found = newestFirst(of(stream));
		found.stream().skip(KEPT).forEach(this::remove);
		removeEmpty(of(stream));
		return found.stream().limit(KEPT).filter(KeptCheckpoints::isWhole).findFirst();
	}

	/** Removes what jobs left that have no checkpoint any more. */
	private void removeEmpty(Path directory) {
		if (!Files.isDirectory(directory)) {
			return;
		}
		try (Stream<Path> jobs = Files.list(directory)) {
			jobs.filter((job) -> newestFirst(job).isEmpty()).toList().forEach(this::remove);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Removes one. */
	void discard(Path checkpoint) {
		remove(checkpoint);
	}

	private static List<Path> newestFirst(Path directory) {
		if (!Files.isDirectory(directory)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(directory, DEPTH)) {
			return files.filter((file) -> file.getFileName().toString().equals(METADATA))
				.sorted(Comparator.comparing((Path file) -> file.toFile().lastModified()).reversed())
				.map(Path::getParent)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Whether all that belongs to a checkpoint can be read to its end. */
	private static boolean isWhole(Path checkpoint) {
		try (InputStream file = Files.newInputStream(checkpoint.resolve(METADATA));
				DataInputStream in = new DataInputStream(file)) {
			CheckpointMetadata metadata = Checkpoints.loadCheckpointMetadata(in, KeptCheckpoints.class.getClassLoader(),
					checkpoint.toString());
			for (OperatorState operator : metadata.getOperatorStates()) {
				for (OperatorSubtaskState state : operator.getStates()) {
					for (OperatorStateHandle handle : state.getManagedOperatorState()) {
						readThrough(handle.getDelegateStateHandle());
					}
				}
			}
			return true;
		}
		catch (IOException | RuntimeException ex) {
			log.warn("A checkpoint can not be used, an earlier one or the log is: {}", ex.toString());
			return false;
		}
	}

	private static void readThrough(StreamStateHandle handle) throws IOException {
		try (FSDataInputStream in = handle.openInputStream()) {
			long bytes = in.transferTo(java.io.OutputStream.nullOutputStream());
			if (bytes != handle.getStateSize()) {
				throw new IOException("a state has %d bytes in place of %d".formatted(bytes, handle.getStateSize()));
			}
		}
	}

	/** Removes all that is kept of a stream. */
	void delete(String stream) {
		remove(of(stream));
	}

	private void remove(Path directory) {
		try {
			FileSystemUtils.deleteRecursively(directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
