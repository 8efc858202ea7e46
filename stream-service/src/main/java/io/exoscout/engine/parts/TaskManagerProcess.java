package io.exoscout.engine.parts;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.plugin.PluginManager;
import org.apache.flink.core.plugin.PluginUtils;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process as a TaskManager. What jobs need besides their log's name (database, blob
 * store) is known in it before it takes the first one.
 */
public final class TaskManagerProcess implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(TaskManagerProcess.class);

	private static final long PATIENCE_SECONDS = 20;

	private final TaskManagerRunner runner;

	private volatile boolean closing;

	private TaskManagerProcess(TaskManagerRunner runner) {
		this.runner = runner;
	}

	/**
	 * Starts it.
	 * @param scratch a directory for the time being
	 * @param gone what to do when it has ended by itself, having lost its JobManager for
	 * minutes or being out of memory
	 */
	public static TaskManagerProcess start(ClusterSettings settings, Path scratch, Runnable gone) {
		try {
			Configuration options = ProcessOptions.taskManager(settings, scratch);
			PluginManager plugins = PluginUtils.createPluginManagerFromRootFolder(options);
			FileSystem.initialize(options, plugins);
			TaskManagerRunner runner = new TaskManagerRunner(options, plugins,
					TaskManagerRunner::createTaskExecutorService);
			runner.start();
			TaskManagerProcess process = new TaskManagerProcess(runner);
			runner.getTerminationFuture().whenComplete((result, failure) -> process.ended(result, gone));
			return process;
		}
		catch (Exception ex) {
			throw new IllegalStateException("The TaskManager does not start", ex);
		}
	}

	private void ended(TaskManagerRunner.Result result, Runnable gone) {
		if (!this.closing) {
			log.error("The TaskManager has ended: {}", result);
			gone.run();
		}
	}

	@Override
	public void close() throws Exception {
		this.closing = true;
		this.runner.closeAsync().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
	}

}
