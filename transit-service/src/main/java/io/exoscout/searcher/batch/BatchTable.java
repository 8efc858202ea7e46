package io.exoscout.searcher.batch;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.exoscout.astronomy.AstronomyAnswer;
import io.exoscout.found.FoundSearches;
import io.exoscout.found.SearchDocument;
import io.exoscout.found.SearchDocument.FoundTransit;
import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.job.Jobs;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.searcher.batch.CurveBatch.SentTarget;
import io.exoscout.web.AnswerFormat;
import io.exoscout.web.CsvAnswer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The signals of all stars of a batch, by star and by number: what is there by now, one
 * outcome after the other in memory.
 */
public record BatchTable(Jobs jobs, FoundSearches found, JsonMapper json) {

	private static final int AT_ONCE = 100;

	/**
	 * What there is of a batch by now.
	 *
	 * @param completed the searches that have an outcome
	 * @param ended whether no more outcomes are to be expected
	 */
	public record Outcomes(Set<String> completed, boolean ended) {

		/** How many stars have none. */
		public int missing(CurveBatch batch) {
			return batch.targets().size() - this.completed.size();
		}

	}

	/** Looks which outcomes there are. */
	public Outcomes outcomes(CurveBatch batch) {
		// in this order: what ends in between is missing, but not for good
		boolean ended = this.jobs.inState(batch.jobIds(), JobState.QUEUED, JobState.RUNNING).isEmpty();
		return new Outcomes(this.jobs.inState(batch.jobIds(), JobState.COMPLETED), ended);
	}

	/** Whoever takes rows. */
	private interface RowSink {

		void write(BatchRow row) throws IOException;

	}

	/**
	 * Writes a table.
	 * @param outcomes which of its searches are completed
	 * @param out where to; closed
	 * @throws IOException when the client is gone
	 */
	public void write(CurveBatch batch, Outcomes outcomes, AnswerFormat format, OutputStream out) throws IOException {
		switch (format) {
			case JSON -> json(batch, outcomes, out);
			case NDJSON -> {
				Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
				each(batch, outcomes, (row) -> lines.append(this.json.writeValueAsString(row)).append('\n'));
				lines.close();
			}
			case CSV -> {
				CsvAnswer<BatchRow> csv = new CsvAnswer<>(BatchRow.columns(batch), out);
				each(batch, outcomes, csv::write);
				csv.finish();
			}
			default -> {
				AstronomyAnswer<BatchRow> table = new AstronomyAnswer<>(format, "signals",
						List.of("%d of %d targets have no outcome%s".formatted(outcomes.missing(batch),
								batch.targets().size(), outcomes.ended() ? "" : " yet")),
						BatchRow.columns(batch), out);
				each(batch, outcomes, table::write);
				table.finish();
			}
		}
	}

	private void json(CurveBatch batch, Outcomes outcomes, OutputStream out) throws IOException {
		JsonGenerator generator = this.json.createGenerator(out);
		generator.writeStartObject();
		generator.writeStringProperty("batch_id", batch.batchId());
		generator.writeNumberProperty("targets", batch.targets().size());
		generator.writeNumberProperty("missing", outcomes.missing(batch));
		generator.writeBooleanProperty("ended", outcomes.ended());
		generator.writeArrayPropertyStart("signals");
		each(batch, outcomes, (row) -> this.json.writeValue(generator, row));
		generator.writeEndArray();
		generator.writeEndObject();
		// not after a failure, as that would end it like a whole one
		generator.close();
	}

	private void each(CurveBatch batch, Outcomes outcomes, RowSink sink) throws IOException {
		List<SentTarget> targets = batch.targets()
			.stream()
			.filter((target) -> outcomes.completed().contains(target.jobId()))
			.toList();
		for (int from = 0; from < targets.size(); from += AT_ONCE) {
			List<SentTarget> some = targets.subList(from, Math.min(targets.size(), from + AT_ONCE));
			Map<String, String> files = files(some);
			for (SentTarget target : some) {
				String sha256 = files.get(target.jobId());
				Optional<SearchDocument> found = (sha256 != null) ? document(sha256) : Optional.empty();
				if (found.isPresent()) {
					for (FoundTransit signal : found.get().signals()) {
						sink.write(BatchRow.of(target, found.get(), signal));
					}
				}
			}
		}
	}

	/** Where the outcomes of completed searches are kept. */
	private Map<String, String> files(List<SentTarget> targets) {
		return this.jobs.all(targets.stream().map(SentTarget::jobId).toList())
			.stream()
			.filter((job) -> job.outcome().file().isPresent())
			.collect(Collectors.toMap(Job::jobId, (job) -> job.outcome().file().orElseThrow()));
	}

	/** What a search found; nothing if it was deleted meanwhile. */
	private Optional<SearchDocument> document(String sha256) throws IOException {
		try {
			return Optional.of(this.found.kept(sha256));
		}
		catch (ProblemException ex) {
			if (ex.code() == ErrorCode.BLOB_NOT_FOUND) {
				return Optional.empty();
			}
			throw ex;
		}
	}

}
