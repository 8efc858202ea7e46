package io.exoscout.job;

import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;

/**
 * Makes the indexes of the jobs before the first job is stored, rather than at start: a
 * service must come up while the database is away.
 */
public class JobIndexes {

	private final AtomicBoolean made = new AtomicBoolean();

	/**
	 * Makes those that are not there yet; once that is done, does nothing.
	 * @param mongo the database of the jobs
	 */
	public void ensure(MongoOperations mongo) {
		if (this.made.get()) {
			return;
		}
		IndexOperations jobs = mongo.indexOps(Job.class);
		jobs.createIndex(new Index(Job.CREATED_AT, Direction.DESC).on("_id", Direction.DESC));
		jobs.createIndex(new Index(Job.STATUS, Direction.ASC).on(JobCourse.QUEUED_AT, Direction.ASC));
		jobs.createIndex(new Index(Job.STATUS, Direction.ASC).on(Job.TYPE, Direction.ASC)
			.on(JobCourse.QUEUED_AT, Direction.ASC));
		jobs.createIndex(new Index(Job.STATUS, Direction.ASC).on(Job.TYPE, Direction.ASC)
			.on(JobRequest.OWNER, Direction.ASC)
			.on(JobCourse.QUEUED_AT, Direction.ASC));
		jobs.createIndex(new Index(JobRequest.OWNER, Direction.ASC));
		jobs.createIndex(new Index(JobRequest.TABLE, Direction.ASC));
		jobs.createIndex(new Index(JobOutcome.FILE, Direction.ASC).sparse());
		this.made.set(true);
	}

}
