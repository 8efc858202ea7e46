package io.exoscout.engine.parts;

import org.apache.flink.runtime.dispatcher.DispatcherGateway;
import org.apache.flink.runtime.dispatcher.SessionDispatcherFactory;
import org.apache.flink.runtime.dispatcher.runner.DefaultDispatcherRunnerFactory;
import org.apache.flink.runtime.entrypoint.component.DefaultDispatcherResourceManagerComponentFactory;
import org.apache.flink.runtime.entrypoint.component.DispatcherResourceManagerComponentFactory;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.resourcemanager.StandaloneResourceManagerFactory;
import org.apache.flink.runtime.rest.RestEndpointFactory;

/** A cluster in this process that nobody outside can talk to. */
public final class ClosedCluster extends MiniCluster {

	/** A cluster that has not started. */
	public ClosedCluster(MiniClusterConfiguration configuration) {
		super(configuration);
	}

	@Override
	protected DispatcherResourceManagerComponentFactory createDispatcherResourceManagerComponentFactory() {
		RestEndpointFactory<DispatcherGateway> closed = ClosedEndpoint::create;
		return new DefaultDispatcherResourceManagerComponentFactory(
				DefaultDispatcherRunnerFactory.createSessionRunner(SessionDispatcherFactory.INSTANCE),
				StandaloneResourceManagerFactory.getInstance(), closed);
	}

}
