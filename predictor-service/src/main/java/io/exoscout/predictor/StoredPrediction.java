package io.exoscout.predictor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.exoscout.archive.Mission;
import io.exoscout.body.BlobDraft;
import io.exoscout.body.Spool;
import io.exoscout.dataset.Datasets;
import io.exoscout.feature.FeatureSet;
import io.exoscout.job.Job;
import io.exoscout.job.JobFailure;
import io.exoscout.job.JobParams;
import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.model.ModelCard;
import io.exoscout.prediction.PredictionFile;
import io.exoscout.prediction.PredictionHeader;
import io.exoscout.prediction.Selection;
import io.exoscout.prediction.StoredPredictions;
import io.exoscout.predictor.audit.JobEndings;
import io.exoscout.predictor.rows.JsonRows;
import io.exoscout.predictor.rows.KeptTable;
import io.exoscout.predictor.rows.RowSource;
import io.exoscout.predictor.scoring.BlockThreads;
import io.exoscout.predictor.scoring.ReducedModelCache;
import io.exoscout.predictor.scoring.Scoring;
import io.exoscout.predictor.shelf.ModelShelf;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.BlobRef;
import io.exoscout.store.BlobStore;
import io.exoscout.work.References;
import io.exoscout.worker.JobWork;
import io.exoscout.worker.WorkWatch;
import org.jspecify.annotations.Nullable;

/**
 * Scores stored tables and stores the predictions. They are written to a file of the
 * spool while they are made, so memory does not grow with the table.
 */
record StoredPrediction(ModelShelf shelf, ReducedModelCache reduced, BlockThreads threads, Datasets datasets,
		BlobStore blobs, Spool spool, References references, ScoredRows scored,
		JobEndings endings) implements JobWork<PredictionOutcome> {

	@Override
	public JobType type() {
		return JobType.PREDICTION;
	}

	@Override
	public Optional<String> tooNew(Job job) {
		JobParams params = job.params();
		String input = String.valueOf(params.input());
		if (!input.equals(JobParams.TABLE) && !input.equals(JobParams.ROWS)) {
			return Optional.of("input '%s'".formatted(input));
		}
		Optional<Mission> mission = Mission.of(String.valueOf(params.dataSource()));
		return mission.isEmpty() ? Optional.of("mission '%s'".formatted(params.dataSource()))
				: this.shelf.cards()
					.peek(modelId(params))
					.map((card) -> card.manifest().featureSet())
					.filter((version) -> !FeatureSet.knows(mission.get(), version))
					.map("feature set '%s'"::formatted);
	}

	@Override
	public PredictionOutcome perform(Job job, WorkWatch watch) {
		ModelCard card = model(job.params());
		BlobDraft file = this.spool.draft();
		try (RowSource source = source(job, watch)) {
			Optional<Selection> selection = this.shelf.selection(card, job.params().select());
			Scoring scoring = new Scoring(card, this.shelf.load(card), source, this.reduced, job.params().explanation(),
					watch::checkStopped);
			long rows = scoring.write(this.threads, (header) -> PredictionFile.write(header, file.out()),
					(done) -> scored(done, job.dataset().rows(), watch));
			this.scored.job(rows);
			PredictionHeader header = scoring.header();
			// which rows it selects shows when the predictions are read
			return new PredictionOutcome(selection.map(header::with).orElse(header), file, rows);
		}
		catch (IOException | UncheckedIOException ex) {
			file.close();
			throw new ProblemException(ErrorCode.STORAGE_UNAVAILABLE,
					"The table can not be read, or the predictions not written, for now.")
				.causedBy(ex);
		}
		catch (RuntimeException | Error ex) {
			file.close();
			throw ex;
		}
	}

	/** The model as it was when the job was accepted. */
	private ModelCard model(JobParams params) {
		ModelCard card = this.shelf.cards().card(modelId(params));
		if (!card.file().sha256().equals(params.modelSha256())) {
			throw new ProblemException(ErrorCode.MODEL_CHANGED,
					"Model '%s' was deleted and trained anew; ask for the predictions again".formatted(card.modelId()));
		}
		return card;
	}

	private static String modelId(JobParams params) {
		return Objects.requireNonNull(params.modelId(), "a prediction has a model");
	}

	private RowSource source(Job job, WorkWatch watch) throws IOException {
		if (JobParams.TABLE.equals(job.params().input())) {
			return new KeptTable(this.datasets, job.dataset(), watch::checkStopped);
		}
		try (InputStream rows = this.datasets.open(job.dataset())) {
			return JsonRows.of(rows, this.datasets.limits());
		}
	}

	private static void scored(long done, long rows, WorkWatch watch) {
		watch.checkStopped();
		watch.progress("scoring", Math.min(1, (double) done / rows), "Scored %d of %d rows".formatted(done, rows));
	}

	@Override
	public Map<String, Object> store(Job job, PredictionOutcome outcome) {
		BlobRef kept = outcome.file().keep(this.blobs);
		return new StoredPredictions(outcome.header(),
				new StoredPredictions.File(kept.sha256(), kept.bytes(), outcome.rows()))
			.asMap();
	}

	@Override
	public void confirm(Job job, PredictionOutcome outcome) {
		String sha256 = outcome.file().sha256();
		if (!this.blobs.exists(sha256)) {
			outcome.file().keep(this.blobs);
			// unless the job, too, is gone by now
			this.blobs.remove(sha256, this.references);
		}
	}

	@Override
	public void discard(Job job, PredictionOutcome outcome) {
		this.blobs.remove(outcome.file().sha256(), this.references);
	}

	@Override
	public void release(PredictionOutcome outcome) {
		outcome.file().close();
	}

	@Override
	public void ended(Job job, JobState state, @Nullable JobFailure failure) {
		this.endings.ended(job, state, failure);
	}

	@Override
	public String lessMemory() {
		return "Send the table in parts, or use a worker with more memory.";
	}

}
