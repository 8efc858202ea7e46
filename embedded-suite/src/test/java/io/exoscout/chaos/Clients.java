package io.exoscout.chaos;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.exoscout.suite.process.Http;
import io.exoscout.suite.process.Http.HttpAnswer;
import tools.jackson.databind.JsonNode;

/**
 * People with tables. They try again when nobody answers or the answer is that they
 * should come back later, and believe whatever else they are told.
 */
final class Clients {

	private static final String JOBS = "/exo-scout-jobs-api/jobs";

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final Stage stage;

	private final ChaosPlan plan;

	private final Ledger ledger;

	private final Pace pace;

	private final AtomicInteger next = new AtomicInteger();

	Clients(Stage stage, ChaosPlan plan, Ledger ledger, Pace pace) {
		this.stage = stage;
		this.plan = plan;
		this.ledger = ledger;
		this.pace = pace;
	}

	/** What one of several clients does until all jobs are accepted. */
	Void run() throws InterruptedException {
		for (int number = this.next.getAndIncrement(); number < this.plan.jobs(); number = this.next
			.getAndIncrement()) {
			this.pace.awaitJob(number);
			Commission commission = Commission.number(this.plan.seed(), number);
			String jobId = upload(commission);
			this.pace.jobAccepted();
			follow(commission, jobId);
			if (number % 25 == 24) {
				retryFailed();
			}
		}
		return null;
	}

	/** Uploads until the job is accepted, and gives its id. */
	String upload(Commission commission) {
		HttpAnswer answer = insist(this.stage.orchestrators(),
				(http) -> http.upload(commission.table(), commission.params()));
		if (answer.status() != 200 && answer.status() != 202) {
			throw new AssertionError("The upload was refused: " + answer);
		}
		String jobId = answer.body().get("job_id").asString();
		this.ledger.accepted(jobId);
		return jobId;
	}

	/** Uploads a job that nobody is to ask for again. */
	String uploadPoison(Commission commission) {
		String jobId = upload(commission);
		this.ledger.poison(jobId);
		return jobId;
	}

	private void follow(Commission commission, String jobId) {
		switch (commission.fate()) {
			case UPLOADED_AGAIN -> {
				if (!upload(commission).equals(jobId)) {
					throw new AssertionError("The same upload became two jobs, one of them " + jobId);
				}
				this.ledger.count("uploaded again");
			}
			case PREDICTED -> predict(commission);
			case CANCELLED -> cancel(jobId);
			case DELETED -> delete(jobId);
			case NONE -> {
				// waits
			}
		}
	}

	/** Asks for predictions by some model, should it be there already, as a job. */
	private void predict(Commission commission) {
		String model = this.ledger.anyAccepted();
		HttpAnswer answer = insist(this.stage.predictors(), (http) -> http.predictLater(commission.table(), model));
		switch (answer.status()) {
			case 200, 202 -> {
				this.ledger.accepted(answer.body().get("job_id").asString());
				this.ledger.count("prediction jobs");
			}
			case 404, 409 -> this.ledger.count("predictions without a model");
			default -> throw new AssertionError("The prediction was refused: " + answer);
		}
	}

	private void cancel(String jobId) {
		this.ledger.cancelled(jobId);
		HttpAnswer answer = insist(this.stage.sweepers(), (http) -> http.post(JOBS + "/" + jobId + "/cancel"));
		// a conflict when it is over already, or when the first of two tries was heard
		this.ledger.count(answer.status() == 409 ? "cancelled too late" : "cancelled");
	}

	private void delete(String jobId) {
		this.ledger.deleted(jobId);
		HttpAnswer answer = insist(this.stage.sweepers(), (http) -> http.delete(JOBS + "/" + jobId));
		if (answer.status() != 200 && answer.status() != 404) {
			throw new AssertionError("The job could not be deleted: " + answer);
		}
		this.ledger.count("deleted");
	}

	/** Asks for another try of what failed. */
	private void retryFailed() {
		HttpAnswer failed = insist(this.stage.sweepers(), (http) -> http.get(JOBS + "?status=error&limit=3"));
		for (JsonNode job : failed.body()) {
			String jobId = job.get("job_id").asString();
			if (!this.ledger.isPoison(jobId)) {
				insist(this.stage.sweepers(), (http) -> http.post(JOBS + "/" + jobId + "/retry"));
				this.ledger.count("retried");
			}
		}
	}

	/** Nothing else keeps callers from asking for so much. */
	private static void requireQuota(HttpAnswer answer) {
		if (!"quota_exceeded".equals(answer.body().path("code").asString())) {
			throw new AssertionError("The answer was " + answer);
		}
	}

	private HttpAnswer insist(List<Service> replicas, Function<Http, HttpAnswer> call) {
		long until = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			Service replica = replicas.get(ThreadLocalRandom.current().nextInt(replicas.size()));
			try {
				Http http = replica.http();
				HttpAnswer answer = call.apply(this.plan.anyKey().map(http::as).orElse(http));
				if (answer.status() < 500 && answer.status() != 429) {
					return answer;
				}
				if (answer.status() == 429) {
					requireQuota(answer);
				}
				else if (answer.status() != 503) {
					throw new AssertionError(replica.name() + " answered " + answer);
				}
				this.ledger.count("answered " + answer.status());
			}
			catch (UncheckedIOException ex) {
				this.ledger.count("without an answer");
			}
			if (System.nanoTime() > until) {
				throw new AssertionError("Nobody answered for " + PATIENCE);
			}
			Pause.between(50, 300);
		}
	}

}
