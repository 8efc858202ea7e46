package io.exoscout.work;

import java.util.function.Predicate;

import io.exoscout.job.Jobs;

/**
 * Whether any document still points at stored bytes: a job at its table or its
 * predictions, a model at its file or its list of candidates, or a snapshot of a stream
 * at its state. What nobody points at may be removed.
 */
public class References implements Predicate<String> {

	private final Jobs jobs;

	private final Predicate<String> others;

	/**
	 * Asks jobs and others.
	 * @param jobs the jobs with their tables and predictions
	 * @param others whether a model or a snapshot points at a digest
	 */
	public References(Jobs jobs, Predicate<String> others) {
		this.jobs = jobs;
		this.others = others;
	}

	@Override
	public boolean test(String sha256) {
		return this.jobs.uses(sha256) || this.others.test(sha256);
	}

}
