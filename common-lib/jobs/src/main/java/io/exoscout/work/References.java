package io.exoscout.work;

import java.util.function.Predicate;

import io.exoscout.job.Jobs;

/**
 * Whether any document still points at stored bytes: a job at its table or its
 * predictions, or a model at its file or its list of candidates. What nobody points at
 * may be removed.
 */
public class References implements Predicate<String> {

	private final Jobs jobs;

	private final Predicate<String> models;

	/**
	 * Asks jobs and models.
	 * @param jobs the jobs with their tables and predictions
	 * @param models whether a model points at a digest
	 */
	public References(Jobs jobs, Predicate<String> models) {
		this.jobs = jobs;
		this.models = models;
	}

	@Override
	public boolean test(String sha256) {
		return this.jobs.uses(sha256) || this.models.test(sha256);
	}

}
