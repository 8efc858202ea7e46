package io.exoscout.searcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.exoscout.body.ScratchFile;
import io.exoscout.body.Spool;
import io.exoscout.caller.Caller;
import io.exoscout.gzip.UnpackingBudget;
import io.exoscout.job.Job;
import io.exoscout.job.Jobs;
import io.exoscout.lightcurve.ReadingBudget;
import io.exoscout.memory.MemoryRoom;
import io.exoscout.lightcurve.StoredCurve;
import io.exoscout.lightcurve.file.CurveReader.Reading;
import io.exoscout.lightcurve.file.CurveSource;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import io.exoscout.problem.Quoted;
import io.exoscout.searcher.batch.AcceptedBatch;
import io.exoscout.searcher.batch.CurveBatch;
import io.exoscout.searcher.batch.CurveBatch.RefusedFile;
import io.exoscout.searcher.batch.CurveBatch.SentTarget;
import io.exoscout.searcher.batch.CurveBatches;
import io.exoscout.searcher.batch.SpooledCurves;
import io.exoscout.searcher.zip.CurveTargets;
import io.exoscout.store.BlobStore;
import io.exoscout.store.Digests;
import io.exoscout.transit.CurveSearch;
import io.exoscout.work.JobIntake;
import io.exoscout.work.JobIntake.Wanted;

/**
 * The way of many light curves into the system: all are read, one star after the other,
 * before the first becomes a job. Files that can not be read are listed and hold up
 * nobody else's; an archive that means no good is refused whole.
 */
record BatchIntake(Spool spool, BlobStore blobs, JobIntake intake, Jobs jobs, CurveBatches batches, MemoryRoom room,
		Clock clock) {

	/** So many reasons are named where no file can be read. */
	private static final int NAMED = 10;

	/** Accepts the files of many stars. */
	AcceptedBatch accept(List<? extends CurveSource> files, CurveSearch search, UnpackingBudget unpacking)
			throws IOException {
		this.batches.forgetAbandoned(this.clock.instant(), this.jobs::known);
		try (ScratchFile scratch = this.spool.scratch()) {
			Collected collected = new Collected(scratch, search, unpacking, this.clock.instant());
			for (Map.Entry<String, List<CurveSource>> target : CurveTargets.of(files, unpacking).entrySet()) {
				collected.take(target.getKey(), target.getValue());
			}
			return accept(this.batches.note(collected.batch()), collected.wanted());
		}
	}

	private AcceptedBatch accept(CurveBatches.Noted noted, List<Wanted> wanted) {
		try {
			return AcceptedBatch.of(noted.batch(), this.intake.acceptAll(wanted));
		}
		catch (ProblemException ex) {
			if (noted.fresh() && ex.code() == ErrorCode.QUOTA_EXCEEDED) {
				// then none of its jobs was queued
				this.batches.forget(noted.batch().batchId());
			}
			throw ex;
		}
	}

	/** What was read so far. */
	private final class Collected {

		private final SpooledCurves spooled;

		private final CurveSearch search;

		private final UnpackingBudget unpacking;

		private final Instant now;

		/** By the id of their search. */
		private final Map<String, SentTarget> targets = new LinkedHashMap<>();

		private final List<Wanted> wanted = new ArrayList<>();

		private final List<RefusedFile> refused = new ArrayList<>();

		Collected(ScratchFile scratch, CurveSearch search, UnpackingBudget unpacking, Instant now) {
			this.spooled = new SpooledCurves(scratch);
			this.search = search;
			this.unpacking = unpacking;
			this.now = now;
		}

		void take(String name, List<CurveSource> files) throws IOException {
			try (ReadingBudget budget = new ReadingBudget(BatchIntake.this.room, this.unpacking)) {
				add(name, files, CurveIntake.read(files, this.search, budget));
			}
			catch (ProblemException ex) {
				if (ex.kind() == ProblemKind.UNAVAILABLE || this.unpacking.spent()) {
					throw ex;
				}
				files.forEach((file) -> this.refused.add(new RefusedFile(file.name(), ex.code().id(), ex.detail())));
			}
		}

		private void add(String name, List<CurveSource> files, Reading reading) throws IOException {
			SpooledCurves.Place points = this.spooled.add(reading.curve());
			Job job = CurveIntake.job(reading, this.search, points.sha256(), name, this.now);
			List<String> names = files.stream().map(CurveSource::name).toList();
			SentTarget known = this.targets.get(job.jobId());
			if (known != null) {
				List<String> all = new ArrayList<>(known.files());
				all.addAll(names);
				this.targets.put(job.jobId(), new SentTarget(known.target(), job.jobId(), all, known.dataSource()));
				return;
			}
			String source = job.params().dataSource();
			this.targets.put(job.jobId(), new SentTarget(Objects.requireNonNullElse(reading.report().target(), name),
					job.jobId(), names, source));
			this.wanted.add(new Wanted(job, () -> this.spooled.keep(points, BatchIntake.this.blobs)));
		}

		List<Wanted> wanted() {
			return this.wanted;
		}

		CurveBatch batch() {
			if (this.targets.isEmpty()) {
				throw nothing();
			}
			List<SentTarget> sorted = this.targets.values()
				.stream()
				.sorted(Comparator.comparing(SentTarget::target).thenComparing(SentTarget::jobId))
				.toList();
			return new CurveBatch(id(), Caller.current().name(), this.now, sorted, this.refused);
		}

		private String id() {
			StringBuilder text = new StringBuilder("exoscout batch of light curves 2\n");
			// of whoever sent it, under the names that he gave
			text.append(Caller.current().name()).append('\n');
			this.targets.values()
				.stream()
				.map((target) -> target.jobId() + ' ' + target.target() + ' ' + target.files())
				.sorted()
				.forEach((target) -> text.append(target).append('\n'));
			this.refused.stream()
				.map((file) -> file.file() + ' ' + file.code())
				.sorted()
				.forEach((file) -> text.append(file).append('\n'));
			return Digests.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
		}

		private ProblemException nothing() {
			List<InputError> named = this.refused.stream()
				.limit(NAMED)
				.map((file) -> InputError.field("file", Quoted.of(file.file()) + ": " + file.code()))
				.toList();
			return new ProblemException(ErrorCode.NOT_A_LIGHT_CURVE, "None of the %d files can be searched. %s: %s"
				.formatted(this.refused.size(), Quoted.of(this.refused.get(0).file()), this.refused.get(0).detail()),
					named);
		}

	}

}
