package io.exoscout.predictor;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;

import io.exoscout.admission.CallerPresence;
import io.exoscout.caller.Caller;
import io.exoscout.caller.Role;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.dataset.Datasets;
import io.exoscout.dataset.Upload;
import io.exoscout.job.Job;
import io.exoscout.job.JobParams;
import io.exoscout.job.Jobs.Submission;
import io.exoscout.model.ModelCard;
import io.exoscout.predictor.audit.AuditedRequest;
import io.exoscout.predictor.rows.JsonRows;
import io.exoscout.predictor.rows.RowSource;
import io.exoscout.predictor.rows.UploadedTable;
import io.exoscout.predictor.scoring.ReducedModelCache;
import io.exoscout.predictor.scoring.Scoring;
import io.exoscout.predictor.shelf.FoundModel;
import io.exoscout.predictor.shelf.ModelShelf;
import io.exoscout.predictor.shelf.ModelRequest;
import io.exoscout.store.BlobStore;
import io.exoscout.store.Digests;
import io.exoscout.work.JobIntake;
import org.jspecify.annotations.Nullable;

/**
 * Makes prediction jobs of tables and rows. What would be refused in a direct answer is
 * refused here, and nothing is kept of it.
 */
record PredictionIntake(ModelShelf shelf, ReducedModelCache reduced, Datasets datasets, ScorableRows sent,
		BlobStore blobs, JobIntake jobs, Clock clock) {

	/** The model a caller means. */
	FoundModel find(ModelRequest wanted) {
		FoundModel found = this.shelf.find(wanted);
		AuditedRequest.current().model(found.card());
		return found;
	}

	/** Accepts a table; the file's name is a label only. */
	Submission table(InputStream csv, @Nullable String filename, ModelRequest wanted, FoundModel model)
			throws IOException {
		requireAnalyst();
		ModelCard card = model.card();
		try (Upload upload = UploadedTable.receive(csv, filename, this.shelf.load(card), this.datasets)) {
			AuditedRequest.current().table(upload.ref().sha256(), upload.ref().rows());
			requireScorable(card, UploadedTable.of(upload, this.datasets), wanted);
			return submit(card, wanted, JobParams.TABLE, upload.ref(), () -> this.datasets.keep(upload));
		}
	}

	Submission rows(RowsRequest request, ModelRequest wanted, FoundModel model) throws IOException {
		requireAnalyst();
		ModelCard card = model.card();
		JsonRows rows = this.sent.of(request, card).rows();
		byte[] file = rows.file();
		AuditedRequest.current().table(Digests.sha256(file), rows.size());
		requireScorable(card, rows, wanted);
		DatasetRef ref = new DatasetRef(Digests.sha256(file), "rows.json", file.length, rows.size(),
				rows.columns().size(), null, null);
		return submit(card, wanted, JobParams.ROWS, ref, () -> this.blobs.put(file));
	}

	/** The same address answers readers, too, if it is to store nothing. */
	private static void requireAnalyst() {
		Caller.current().require(Role.ANALYST, "make a job of a prediction");
	}

	/** Refuses what the job would refuse. */
	private void requireScorable(ModelCard card, RowSource source, ModelRequest wanted) throws IOException {
		new Scoring(card, this.shelf.load(card), source, this.reduced, wanted.explain(), CallerPresence.current());
		this.shelf.selection(card, wanted.select());
	}

	private Submission submit(ModelCard card, ModelRequest wanted, String input, DatasetRef table, Runnable keep) {
		JobParams params = JobParams.of(card, wanted.explain(), wanted.select(), input);
		String jobId = PredictionIdentity.of(table.sha256(), params);
		AuditedRequest.current().job(jobId);
		return this.jobs.accept(Job.prediction(jobId, card.modelName(), params, table, this.clock.instant()), keep);
	}

}
