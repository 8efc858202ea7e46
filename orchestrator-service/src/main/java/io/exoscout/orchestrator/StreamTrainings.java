package io.exoscout.orchestrator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import io.exoscout.archive.LabelMap;
import io.exoscout.caller.Caller;
import io.exoscout.feature.FeaturePlan;
import io.exoscout.job.Job;
import io.exoscout.job.JobType;
import io.exoscout.job.Jobs;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import io.exoscout.store.BlobStore;
import io.exoscout.store.MongoAccess;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Makes jobs of what streams ask for: trainings like that of the model which scores them,
 * on tables of their own. Streams are kept by a service that knows no queue, whose
 * documents are looked at where they lie. The job is that of the stream's owner, and
 * counts as his. Asked for twice, as after a crash, it is the same job.
 */
final class StreamTrainings {

	private static final Logger log = LoggerFactory.getLogger(StreamTrainings.class);

	/** What streams ask for, and what came of it. */
	static final String COLLECTION = "stream_retrainings";

	private static final String STATE = "state";

	private static final String ASKED = "asked";

	private static final String REFUSED = "refused";

	private static final String TABLE = "table";

	private final Intake intake;

	private final Jobs jobs;

	private final BlobStore blobs;

	private final MongoAccess mongo;

	StreamTrainings(Intake intake, Jobs jobs, BlobStore blobs, MongoAccess mongo) {
		this.intake = intake;
		this.jobs = jobs;
		this.blobs = blobs;
		this.mongo = mongo;
	}

	/** Takes what is asked for by now. */
	void look() {
		// there is an index of the few that have a table
		Query asked = Query.query(Criteria.where("table.sha256").exists(true).and(STATE).is(ASKED))
			.cursorBatchSize(1000);
		for (Document one : this.mongo.call((mongo) -> mongo.find(asked, Document.class, COLLECTION))) {
			try {
				take(one);
			}
			// it stays, and keeps nobody else's from being taken
			catch (RuntimeException ex) {
				log.warn("The training that {} asks for can not be accepted for now", one.getString("_id"), ex);
			}
		}
	}

	private void take(Document asked) {
		try {
			Job job = accept(asked);
			log.info("{} asked for a training: job {}", asked.getString("_id"), job.jobId());
			// another orchestrator may have found no room for the same one
			settle(asked, Update.update(STATE, "accepted").set("job_id", job.jobId()).unset("reason"), ASKED, REFUSED);
		}
		catch (ProblemException ex) {
			if (ex.kind() == ProblemKind.UNAVAILABLE) {
				throw ex;
			}
			settle(asked, Update.update(STATE, REFUSED).set("reason", ex.getMessage()), ASKED);
		}
	}

	/** The table is the job's from now on, or nobody's. */
	private void settle(Document asked, Update outcome, String... from) {
		Query still = Query.query(Criteria.where("_id").is(asked.getString("_id")).and(STATE).in(List.of(from)));
		this.mongo.call((mongo) -> mongo.updateFirst(still, outcome.unset(TABLE), COLLECTION));
	}

	private Job accept(Document asked) {
		TrainingRequest request = like(asked.getString("model"));
		String filename = "stream %s entry %d.csv".formatted(asked.getString("name"), asked.getLong("seq"));
		try (InputStream table = this.blobs.open(asked.get(TABLE, Document.class).getString("sha256"))) {
			return Caller.inNameOf(asked.getString("owner"), () -> this.intake.acceptAgain(table, filename, request))
				.job();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What the training of a model was asked to do. */
	private TrainingRequest like(String model) {
		Job before = this.jobs.find(model)
			.filter((job) -> job.type() == JobType.TRAINING)
			.orElseThrow(() -> new ProblemException(ErrorCode.JOB_NOT_FOUND,
					"There is no training '%s' any more, so it can not be repeated.".formatted(model)));
		FeaturePlan plan = before.request().features();
		// the table has the mission's own words for its labels
		return new TrainingRequest(before.params().options(), null, LabelMap.NONE,
				(plan != null) ? plan.version() : null);
	}

}
