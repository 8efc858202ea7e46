package io.exoscout.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.exoscout.job.Job;
import io.exoscout.job.JobCourse;
import io.exoscout.job.JobState;
import org.bson.Document;

/** What really stands in the database, read past all services. */
final class Books implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final MongoClient client;

	Books(String uri) {
		this.client = MongoClients.create(uri + "?serverSelectionTimeoutMS=1000&connectTimeoutMS=1000");
	}

	/** How many jobs are not over yet. */
	long open() {
		return read((database) -> database.getCollection("jobs")
			.countDocuments(Filters.eq(Job.STATUS, JobState.QUEUED.name()))
				+ database.getCollection("jobs").countDocuments(Filters.eq(Job.STATUS, JobState.RUNNING.name())));
	}

	Optional<Document> job(String id) {
		return read(
				(database) -> Optional.ofNullable(database.getCollection("jobs").find(Filters.eq("_id", id)).first()));
	}

	/** All jobs, without their figures. */
	List<Document> jobs() {
		return read((database) -> database.getCollection("jobs")
			.find()
			.projection(Projections.include("type", Job.STATUS, JobCourse.ATTEMPTS, JobCourse.WORKER_ID, "error",
					JobCourse.QUEUED_AT, JobCourse.SENT_AT, "results.model", "results.result", "dataset.sha256"))
			.into(new ArrayList<>()));
	}

	List<Document> models() {
		return read((database) -> database.getCollection("models")
			.find()
			.projection(Projections.include("file", "candidates.file", "candidates.decided.file"))
			.into(new ArrayList<>()));
	}

	MongoDatabase database() {
		return this.client.getDatabase("exoscout");
	}

	private <T> T read(Function<MongoDatabase, T> question) {
		long until = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			try {
				return question.apply(this.client.getDatabase("exoscout"));
			}
			catch (MongoException ex) {
				if (System.nanoTime() > until) {
					throw ex;
				}
				// somebody has just killed it
				Pause.between(50, 100);
			}
		}
	}

	@Override
	public void close() {
		this.client.close();
	}

}
