package io.exoscout.engine.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;

import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.blob.TransientBlobService;
import org.apache.flink.runtime.dispatcher.DispatcherGateway;
import org.apache.flink.runtime.leaderelection.LeaderElection;
import org.apache.flink.runtime.resourcemanager.ResourceManagerGateway;
import org.apache.flink.runtime.rest.RestEndpointFactory;
import org.apache.flink.runtime.rest.handler.RestHandlerConfiguration;
import org.apache.flink.runtime.rest.handler.RestHandlerSpecification;
import org.apache.flink.runtime.rest.handler.legacy.metrics.MetricFetcher;
import org.apache.flink.runtime.rpc.FatalErrorHandler;
import org.apache.flink.runtime.webmonitor.WebMonitorEndpoint;
import org.apache.flink.runtime.webmonitor.retriever.LeaderGatewayRetriever;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelInboundHandler;

/**
 * The web endpoint that Flink will not start without, with nothing behind any address:
 * jobs are Java objects, and would be taken from whoever sends one.
 */
final class ClosedEndpoint extends WebMonitorEndpoint<DispatcherGateway> {

	private ClosedEndpoint(Configuration configuration, LeaderGatewayRetriever<DispatcherGateway> dispatcher,
			LeaderGatewayRetriever<ResourceManagerGateway> resources, TransientBlobService blobs,
			ScheduledExecutorService executor, MetricFetcher metrics, LeaderElection election,
			FatalErrorHandler failures, RestHandlerConfiguration handlers) throws Exception {
		super(dispatcher, configuration, handlers, resources, blobs, executor, metrics, election,
				RestEndpointFactory.createExecutionGraphCache(handlers), failures);
	}

	/** Makes such an endpoint. */
	static WebMonitorEndpoint<DispatcherGateway> create(Configuration configuration,
			LeaderGatewayRetriever<DispatcherGateway> dispatcher,
			LeaderGatewayRetriever<ResourceManagerGateway> resources, TransientBlobService blobs,
			ScheduledExecutorService executor, MetricFetcher metrics, LeaderElection election,
			FatalErrorHandler failures) throws Exception {
		return new ClosedEndpoint(configuration, dispatcher, resources, blobs, executor, metrics, election, failures,
				RestHandlerConfiguration.fromConfiguration(configuration));
	}

	@Override
	protected List<Tuple2<RestHandlerSpecification, ChannelInboundHandler>> initializeHandlers(
			CompletableFuture<String> address) {
		// it is sorted
		return new ArrayList<>();
	}

}
