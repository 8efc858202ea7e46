package io.exoscout.engine.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ClusterOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.NettyShuffleEnvironmentOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

import org.springframework.util.FileSystemUtils;

/** The options of Flink's processes. */
final class ProcessOptions {

	/** A dead process is noticed by calls that fail, and this often there is one. */
	private static final Duration HEARTBEAT = Duration.ofSeconds(1);

	private static final Duration SOON = Duration.ofMillis(500);

	private static final Duration LATER = Duration.ofSeconds(2);

	/** Ended jobs are of interest to nobody. */
	private static final int REMEMBERED = 50;

	private ProcessOptions() {
	}

	/**
	 * Those of a JobManager.
	 * @param scratch a directory of its own, emptied
	 * @param kept how many checkpoints of a job are kept
	 */
	static Configuration jobManager(ClusterSettings settings, Path scratch, int kept) {
		Configuration options = common(settings, scratch);
		options.set(JobManagerOptions.BIND_HOST, settings.bind());
		options.set(RestOptions.ADDRESS, settings.jobmanager());
		options.set(RestOptions.BIND_ADDRESS, settings.bind());
		options.set(RestOptions.BIND_PORT, String.valueOf(settings.restPort()));
		options.set(BlobServerOptions.PORT, String.valueOf(settings.blobPort()));
		options.set(WebOptions.SUBMIT_ENABLE, false);
		options.set(WebOptions.CANCEL_ENABLE, false);
		options.set(WebOptions.TMP_DIR, scratch.toString());
		options.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, kept);
		options.set(JobManagerOptions.COMPLETED_APPLICATION_STORE_MAX_CAPACITY, REMEMBERED);
		return options;
	}

	/**
	 * Those of a TaskManager, which has a say in what memory there is for buffers only.
	 */
	static Configuration taskManager(ClusterSettings settings, Path scratch) {
		Configuration options = common(settings, scratch);
		if (settings.host() != null) {
			options.set(TaskManagerOptions.HOST, settings.host());
		}
		options.set(TaskManagerOptions.BIND_HOST, settings.bind());
		options.set(TaskManagerOptions.RPC_PORT, String.valueOf(settings.taskPort()));
		options.set(NettyShuffleEnvironmentOptions.DATA_PORT, settings.dataPort());
		options.set(TaskManagerOptions.NUM_TASK_SLOTS, settings.slots());
		options.set(TaskManagerOptions.CPU_CORES, 1.0);
		options.set(TaskManagerOptions.FRAMEWORK_HEAP_MEMORY, MemorySize.ofMebiBytes(128));
		options.set(TaskManagerOptions.FRAMEWORK_OFF_HEAP_MEMORY, MemorySize.ofMebiBytes(64));
		options.set(TaskManagerOptions.TASK_HEAP_MEMORY, MemorySize.ofMebiBytes(256));
		options.set(TaskManagerOptions.TASK_OFF_HEAP_MEMORY, MemorySize.ZERO);
		options.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ZERO);
		MemorySize buffers = MemorySize.ofMebiBytes(Math.max(8, settings.slots()));
		options.set(TaskManagerOptions.NETWORK_MEMORY_MIN, buffers);
		options.set(TaskManagerOptions.NETWORK_MEMORY_MAX, buffers);
		options.set(TaskManagerOptions.JVM_METASPACE, MemorySize.ofMebiBytes(256));
		options.set(TaskManagerOptions.JVM_OVERHEAD_MIN, MemorySize.ofMebiBytes(192));
		options.set(TaskManagerOptions.JVM_OVERHEAD_MAX, MemorySize.ofMebiBytes(192));
		return options;
	}

	/** Those of the service, which only asks. */
	static Configuration client() {
		Configuration options = new Configuration();
		options.set(RestOptions.CONNECTION_TIMEOUT, LATER);
		options.set(RestOptions.IDLENESS_TIMEOUT, Duration.ofSeconds(10));
		return options;
	}

	private static Configuration common(ClusterSettings settings, Path scratch) {
		Configuration options = new Configuration();
		options.set(JobManagerOptions.ADDRESS, settings.jobmanager());
		options.set(JobManagerOptions.PORT, settings.rpcPort());
		options.set(RestOptions.PORT, settings.restPort());
		options.set(CoreOptions.TMP_DIRS, emptied(scratch).toString());
		options.set(CoreOptions.CHECK_LEAKED_CLASSLOADER, false);
		options.set(CoreOptions.CLASSLOADER_RESOLVE_ORDER, "parent-first");
		options.set(BlobServerOptions.STORAGE_DIRECTORY, scratch.resolve("blobs").toString());
		options.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, HEARTBEAT);
		options.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, settings.silence());
		options.set(HeartbeatManagerOptions.HEARTBEAT_RPC_FAILURE_THRESHOLD, 2);
		// a process that comes back is found again at once
		options.set(ClusterOptions.ERROR_REGISTRATION_DELAY, SOON);
		options.set(ClusterOptions.REFUSED_REGISTRATION_DELAY, SOON);
		options.set(ClusterOptions.MAX_REGISTRATION_TIMEOUT, LATER);
		return options;
	}

	/** What a kill left there is of no use. */
	private static Path emptied(Path scratch) {
		try {
			FileSystemUtils.deleteRecursively(scratch);
			return Files.createDirectories(scratch);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
