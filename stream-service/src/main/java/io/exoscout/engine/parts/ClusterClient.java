package io.exoscout.engine.parts;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.messages.webmonitor.JobDetails;
import org.apache.flink.runtime.rest.FileUpload;
import org.apache.flink.runtime.rest.RestClient;
import org.apache.flink.runtime.rest.messages.EmptyMessageParameters;
import org.apache.flink.runtime.rest.messages.EmptyRequestBody;
import org.apache.flink.runtime.rest.messages.JobCancellationHeaders;
import org.apache.flink.runtime.rest.messages.JobCancellationMessageParameters;
import org.apache.flink.runtime.rest.messages.JobsOverviewHeaders;
import org.apache.flink.runtime.rest.messages.MessageHeaders;
import org.apache.flink.runtime.rest.messages.MessageParameters;
import org.apache.flink.runtime.rest.messages.RequestBody;
import org.apache.flink.runtime.rest.messages.ResponseBody;
import org.apache.flink.runtime.rest.messages.TerminationModeQueryParameter.TerminationMode;
import org.apache.flink.runtime.rest.messages.job.JobSubmitHeaders;
import org.apache.flink.runtime.rest.messages.job.JobSubmitRequestBody;
import org.apache.flink.runtime.rest.util.RestClientException;
import org.apache.flink.util.ConfigurationException;
import org.apache.flink.util.ExceptionUtils;

/**
 * Asks a JobManager. One that does not answer in time is reported as a
 * {@link ProblemException} of kind {@code UNAVAILABLE}.
 */
public final class ClusterClient implements AutoCloseable {

	private static final long PATIENCE_SECONDS = 10;

	private static final int NOT_FOUND = 404;

	private static final int CONFLICT = 409;

	private static final String BINARY = "application/octet-stream";

	private final ClusterSettings settings;

	private final ExecutorService executor = Executors.newSingleThreadExecutor((task) -> {
		Thread thread = new Thread(task, "stream-cluster-client");
		thread.setDaemon(true);
		return thread;
	});

	private final RestClient rest;

	private volatile Set<String> ended = Set.of();

	/** Asks nothing yet. */
	public ClusterClient(ClusterSettings settings) {
		this.settings = settings;
		try {
			this.rest = new RestClient(ProcessOptions.client(), this.executor);
		}
		catch (ConfigurationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The names of jobs that had ended when {@link #jobs} was asked last. */
	public Set<String> ended() {
		return this.ended;
	}

	/** The jobs that have not ended, by name. */
	public Map<String, List<JobID>> jobs() {
		Collection<JobDetails> all = send(JobsOverviewHeaders.getInstance(), EmptyMessageParameters.getInstance(),
				EmptyRequestBody.getInstance(), List.of())
			.getJobs();
		this.ended = all.stream()
			.filter((job) -> job.getStatus().isGloballyTerminalState())
			.map(JobDetails::getJobName)
			.collect(Collectors.toSet());
		return all.stream()
			.filter((job) -> !job.getStatus().isGloballyTerminalState())
			.collect(Collectors.groupingBy(JobDetails::getJobName,
					Collectors.mapping(JobDetails::getJobId, Collectors.toList())));
	}

	/** Has a job run. */
	public void submit(JobGraph graph) {
		try {
			Path file = Files.createTempFile("stream-job", ".bin");
			try {
				try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(file))) {
					out.writeObject(graph);
				}
				send(JobSubmitHeaders.getInstance(), EmptyMessageParameters.getInstance(),
						new JobSubmitRequestBody(file.getFileName().toString(), List.of(), List.of()),
						List.of(new FileUpload(file, BINARY)));
			}
			finally {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Begins to cancel a job; one that is gone is fine. */
	public void cancel(JobID job) {
		JobCancellationMessageParameters which = new JobCancellationMessageParameters().resolveJobId(job)
			.resolveTerminationMode(TerminationMode.CANCEL);
		try {
			send(JobCancellationHeaders.getInstance(), which, EmptyRequestBody.getInstance(), List.of());
		}
		catch (ProblemException ex) {
			if (!isGone(ex)) {
				throw ex;
			}
		}
	}

	private static boolean isGone(ProblemException problem) {
		return ExceptionUtils.findThrowable(problem, RestClientException.class)
			.map(RestClientException::getHttpResponseStatus)
			.filter((status) -> status.code() == NOT_FOUND || status.code() == CONFLICT)
			.isPresent();
	}

	private <M extends MessageHeaders<R, P, U>, U extends MessageParameters, R extends RequestBody, P extends ResponseBody> P send(
			M headers, U parameters, R body, List<FileUpload> files) {
		try {
			CompletableFuture<P> answer = this.rest.sendRequest(this.settings.jobmanager(), this.settings.restPort(),
					headers, parameters, body, files);
			return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("The program is stopping", ex);
		}
		catch (IOException | ExecutionException | TimeoutException ex) {
			throw new ProblemException(ErrorCode.STREAM_ENGINE_UNAVAILABLE,
					"The engine of streams does not do what it is told for now; events are taken and kept all the same.")
				.causedBy(ex);
		}
	}

	@Override
	public void close() {
		this.rest.closeAsync().join();
		this.executor.shutdownNow();
	}

}
