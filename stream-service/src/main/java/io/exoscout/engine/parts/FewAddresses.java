package io.exoscout.engine.parts;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;

import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.blob.TransientBlobService;
import org.apache.flink.runtime.dispatcher.DispatcherGateway;
import org.apache.flink.runtime.dispatcher.DispatcherRestEndpoint;
import org.apache.flink.runtime.leaderelection.LeaderElection;
import org.apache.flink.runtime.resourcemanager.ResourceManagerGateway;
import org.apache.flink.runtime.rest.RestEndpointFactory;
import org.apache.flink.runtime.rest.handler.RestHandlerConfiguration;
import org.apache.flink.runtime.rest.handler.RestHandlerSpecification;
import org.apache.flink.runtime.rest.handler.legacy.metrics.MetricFetcher;
import org.apache.flink.runtime.rest.messages.JobCancellationHeaders;
import org.apache.flink.runtime.rest.messages.JobsOverviewHeaders;
import org.apache.flink.runtime.rest.messages.job.JobSubmitHeaders;
import org.apache.flink.runtime.rpc.FatalErrorHandler;
import org.apache.flink.runtime.webmonitor.WebMonitorEndpoint;
import org.apache.flink.runtime.webmonitor.retriever.LeaderGatewayRetriever;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelInboundHandler;

/**
 * What a JobManager answers over HTTP: jobs are taken, listed and cancelled, and nothing
 * else is. Jobs are Java objects, so only the service may get there at all, which is for
 * the network to see to.
 */
final class FewAddresses extends DispatcherRestEndpoint {

	private static final Set<Class<?>> ANSWERED = Set.of(JobSubmitHeaders.class, JobsOverviewHeaders.class,
			JobCancellationHeaders.class);

	private FewAddresses(Configuration configuration, LeaderGatewayRetriever<DispatcherGateway> dispatcher,
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
		return new FewAddresses(configuration, dispatcher, resources, blobs, executor, metrics, election, failures,
				RestHandlerConfiguration.fromConfiguration(configuration));
	}

	@Override
	protected List<Tuple2<RestHandlerSpecification, ChannelInboundHandler>> initializeHandlers(
			CompletableFuture<String> address) {
		List<Tuple2<RestHandlerSpecification, ChannelInboundHandler>> all = super.initializeHandlers(address);
		all.removeIf((handler) -> !ANSWERED.contains(handler.f0.getClass()));
		return all;
	}

}
