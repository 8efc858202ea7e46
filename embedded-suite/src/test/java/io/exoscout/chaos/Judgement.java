package io.exoscout.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.exoscout.job.Job;
import io.exoscout.job.JobCourse;
import io.exoscout.job.JobState;
import io.exoscout.store.BlobRef;
import org.bson.Document;

/**
 * Compares what the clients were promised with what stands in the database when all is
 * over. Whatever is wrong becomes a finding.
 */
final class Judgement {

	private final Ledger ledger;

	private final Map<String, Document> jobs;

	private final Map<String, Document> models;

	private final List<String> findings = new ArrayList<>();

	Judgement(Ledger ledger, Books books) {
		this.ledger = ledger;
		this.jobs = byId(books.jobs());
		this.models = byId(books.models());
	}

	private static Map<String, Document> byId(List<Document> documents) {
		return documents.stream().collect(Collectors.toMap((one) -> one.getString("_id"), Function.identity()));
	}

	/** Everything that is not as it should be; empty when all is well. */
	List<String> findings() {
		this.ledger.accepted().forEach(this::judge);
		this.jobs.keySet()
			.stream()
			.filter((id) -> !this.ledger.accepted().contains(id))
			.forEach((id) -> find("Job %s was never accepted", id));
		this.models.keySet()
			.stream()
			.filter((id) -> !isTrained(id))
			.forEach((id) -> find("There is a model of job %s: %s", id, this.jobs.get(id)));
		return this.findings;
	}

	private void judge(String jobId) {
		Document job = this.jobs.get(jobId);
		if (job == null) {
			if (!this.ledger.isDeleted(jobId)) {
				find("Job %s was accepted and is lost", jobId);
			}
			return;
		}
		switch (JobState.valueOf(job.getString(Job.STATUS))) {
			case COMPLETED -> judgeResult(jobId, job);
			case ERROR -> judgeError(jobId, job);
			case CANCELLED -> {
				if (!this.ledger.isCancelled(jobId)) {
					find("Job %s was cancelled by nobody", jobId);
				}
			}
			default -> find("Job %s is stuck: %s", jobId, job);
		}
		if (this.ledger.isPoison(jobId) && !"too_many_attempts".equals(code(job))) {
			find("The poisoned job ended otherwise: %s", job);
		}
	}

	private void judgeResult(String jobId, Document job) {
		if (job.getInteger(JobCourse.ATTEMPTS) < 1 || job.getString(JobCourse.WORKER_ID) == null) {
			find("Job %s completed without an attempt", jobId);
		}
		if (isTraining(job)) {
			judgeModel(jobId, job);
		}
		else if (predictions(job) == null) {
			find("Job %s completed without predictions", jobId);
		}
	}

	private void judgeModel(String jobId, Document job) {
		Document card = this.models.get(jobId);
		Document model = job.get("results", Document.class).get("model", Document.class);
		if (card == null) {
			find("Job %s completed without a model", jobId);
		}
		else if (!digest(model).equals(digest(card.get("file", Document.class)))) {
			find("Job %s names another file than its model", jobId);
		}
	}

	private static boolean isTraining(Document job) {
		return "TRAINING".equals(job.getString("type"));
	}

	/** Where the predictions of a job are, if it has any. */
	private static Document predictions(Document job) {
		Document results = job.get("results", Document.class);
		return (results != null) ? results.get("result", Document.class) : null;
	}

	private void judgeError(String jobId, Document job) {
		Document error = job.get("error", Document.class);
		if (error == null || error.getString("code") == null || error.getString("message") == null) {
			find("Job %s failed without a reason", jobId);
		}
	}

	private boolean isTrained(String jobId) {
		Document job = this.jobs.get(jobId);
		return job != null && isTraining(job) && JobState.COMPLETED.name().equals(job.getString(Job.STATUS));
	}

	/** Whether a job ended in error. */
	boolean isFailed(String jobId) {
		Document job = this.jobs.get(jobId);
		return job != null && JobState.ERROR.name().equals(job.getString(Job.STATUS));
	}

	/** How many jobs ended how. */
	Map<String, Integer> endings() {
		Map<String, Integer> endings = new TreeMap<>();
		for (Document job : this.jobs.values()) {
			String reason = (code(job) != null) ? " (" + code(job) + ")" : "";
			String ending = job.getString("type") + " " + job.getString(Job.STATUS);
			endings.merge(ending.toLowerCase(Locale.ROOT) + reason, 1, Integer::sum);
		}
		return endings;
	}

	/** How many jobs took how many attempts. */
	Map<Integer, Integer> attempts() {
		Map<Integer, Integer> attempts = new TreeMap<>();
		this.jobs.values().forEach((job) -> attempts.merge(job.getInteger(JobCourse.ATTEMPTS), 1, Integer::sum));
		return attempts;
	}

	/** The digests of all bytes that somebody needs. */
	Set<String> needed() {
		Set<String> needed = new TreeSet<>();
		for (Document job : this.jobs.values()) {
			needed.add(digest(job.get("dataset", Document.class)));
			if (predictions(job) != null) {
				needed.add(digest(predictions(job)));
			}
		}
		for (Document card : this.models.values()) {
			needed.addAll(BlobRef.digestsIn(card));
		}
		return needed;
	}

	private static String digest(Document reference) {
		return reference.getString("sha256");
	}

	private static String code(Document job) {
		Document error = job.get("error", Document.class);
		return (error != null) ? error.getString("code") : null;
	}

	private void find(String finding, Object... values) {
		this.findings.add(finding.formatted(values));
	}

}
