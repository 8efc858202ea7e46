package io.exoscout.engine.parts;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.runtime.dispatcher.DispatcherGateway;
import org.apache.flink.runtime.dispatcher.SessionDispatcherFactory;
import org.apache.flink.runtime.dispatcher.runner.DefaultDispatcherRunnerFactory;
import org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint;
import org.apache.flink.runtime.entrypoint.component.DefaultDispatcherResourceManagerComponentFactory;
import org.apache.flink.runtime.resourcemanager.StandaloneResourceManagerFactory;
import org.apache.flink.runtime.rest.RestEndpointFactory;

/**
 * This process as a JobManager. It keeps no job beyond its own life: the service sees
 * which are gone, and gives them to the next one.
 */
public final class JobManagerProcess implements AutoCloseable {

	private static final long PATIENCE_SECONDS = 20;

	private final Entrypoint entrypoint;

	private JobManagerProcess(Entrypoint entrypoint) {
		this.entrypoint = entrypoint;
	}

	/**
	 * Starts it; whatever it can not go on after ends the process.
	 * @param scratch a directory for the time being
	 * @param kept how many checkpoints of a job are kept
	 */
	public static JobManagerProcess start(ClusterSettings settings, Path scratch, int kept) {
		try {
			Entrypoint entrypoint = new Entrypoint(ProcessOptions.jobManager(settings, scratch, kept));
			entrypoint.startCluster();
			return new JobManagerProcess(entrypoint);
		}
		catch (Exception ex) {
			throw new IllegalStateException("The JobManager does not start", ex);
		}
	}

	@Override
	public void close() throws Exception {
		this.entrypoint.closeAsync().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
	}

	/** A session that answers little. */
	private static final class Entrypoint extends StandaloneSessionClusterEntrypoint {

		Entrypoint(Configuration options) {
			super(options);
		}

		/** Flink's own would look for ZooKeeper, whose classes are not shipped. */
		@Override
		protected String getRPCPortRange(Configuration options) {
			return String.valueOf(options.get(JobManagerOptions.PORT));
		}

		@Override
		protected DefaultDispatcherResourceManagerComponentFactory createDispatcherResourceManagerComponentFactory(
				Configuration options) {
			RestEndpointFactory<DispatcherGateway> few = FewAddresses::create;
			return new DefaultDispatcherResourceManagerComponentFactory(
					DefaultDispatcherRunnerFactory.createSessionRunner(SessionDispatcherFactory.INSTANCE),
					StandaloneResourceManagerFactory.getInstance(), few);
		}

	}

}
