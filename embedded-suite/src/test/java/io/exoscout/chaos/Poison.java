package io.exoscout.chaos;

import java.util.Optional;
import java.util.concurrent.Callable;

import io.exoscout.job.Job;
import io.exoscout.job.JobCourse;
import io.exoscout.job.JobState;
import org.bson.Document;

/** A job that takes down whoever works on it, every time. */
final class Poison implements Callable<String> {

	private final Stage stage;

	private final Clients clients;

	private final Books books;

	private final Saboteur saboteur;

	private final Commission commission;

	Poison(Stage stage, Clients clients, Books books, Saboteur saboteur, Commission commission) {
		this.stage = stage;
		this.clients = clients;
		this.books = books;
		this.saboteur = saboteur;
		this.commission = commission;
	}

	/** Uploads it, and returns its id once nobody tries it any more. */
	@Override
	public String call() {
		String jobId = this.clients.uploadPoison(this.commission);
		while (true) {
			Document job = this.books.job(jobId).orElseThrow();
			switch (JobState.valueOf(job.getString(Job.STATUS))) {
				case RUNNING -> strike(job);
				case QUEUED -> Pause.between(20, 40);
				default -> {
					return jobId;
				}
			}
		}
	}

	private void strike(Document job) {
		Optional<Service> trainer = this.stage.trainer(job.getString(JobCourse.WORKER_ID));
		if (trainer.isEmpty()) {
			// killed already; its lease has to run out
			Pause.between(20, 40);
			return;
		}
		Service worker = trainer.get();
		this.saboteur.end(worker, "kill -9 by the poisoned job", worker::kill);
	}

}
