package io.exoscout.jobs.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

import io.exoscout.archive.Mission;
import io.exoscout.candidate.StoredCandidates;
import io.exoscout.candidate.StoredCandidates.StoredList;
import io.exoscout.csv.CsvTable;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.dataset.Datasets;
import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.job.Jobs;
import io.exoscout.jobs.search.KeptScores.Kept;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelStore;
import io.exoscout.model.ModelStore.ModelLine;
import io.exoscout.model.ModelStore.ModelPlace;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import io.exoscout.store.BlobProblems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all jobs say of their objects, kept in memory so that hundreds of them are looked
 * through at once. A job is read when it is completed, or else when it is first looked
 * for. Only so much is kept, the newest jobs first; those for which there is no room are
 * read anew each time.
 */
final class ObjectIndex {

	private static final Comparator<ModelLine> NEWEST = Comparator
		.comparing((ModelLine line) -> line.place().createdAt())
		.thenComparing(ObjectIndex::id)
		.reversed();

	/**
	 * So many jobs are read at once; each may take as much memory as all that is kept.
	 */
	private static final int READERS = 2;

	private static final Logger log = LoggerFactory.getLogger(ObjectIndex.class);

	private final Jobs jobs;

	private final ModelStore models;

	private final Datasets datasets;

	private final long room;

	private final KeptScores kept;

	/** For what is in memory; never held while something is read. */
	private final ReentrantLock lock = new ReentrantLock();

	private final SharedReadings<ModelPlace, Optional<JobScores>> readings = new SharedReadings<>();

	private final SharedReadings<String, TableNames> tables = new SharedReadings<>();

	private final Semaphore readers = new Semaphore(READERS);

	/**
	 * An index over the stores.
	 * @param room how many bytes it may take
	 */
	ObjectIndex(Jobs jobs, ModelStore models, Datasets datasets, long room) {
		this.jobs = jobs;
		this.models = models;
		this.datasets = datasets;
		this.room = room;
		this.kept = new KeptScores(room);
	}

	/** All completed trainings, newest first. */
	List<ModelLine> completed() {
		List<ModelLine> lines = this.models.lines().stream().filter((line) -> !line.imported()).toList();
		Set<String> completed = this.jobs.inState(lines.stream().map(ObjectIndex::id).toList(), JobState.COMPLETED);
		this.lock.lock();
		try {
			this.kept.retain(completed);
		}
		finally {
			this.lock.unlock();
		}
		return lines.stream().filter((line) -> completed.contains(id(line))).sorted(NEWEST).toList();
	}

	/**
	 * What a job says of its objects; empty if it was completed before there were lists
	 * of them, was deleted meanwhile, can not be read any more, or has a table that alone
	 * would take all of the room.
	 */
	Optional<JobScores> scores(ModelLine line) {
		Optional<JobScores> known = known(line);
		return known.isPresent() ? known : this.readings.read(line.place(), () -> {
			// somebody may have read it a moment ago
			Optional<JobScores> meanwhile = known(line);
			return meanwhile.isPresent() ? meanwhile : readInTurn(line);
		});
	}

	private Optional<JobScores> known(ModelLine line) {
		this.lock.lock();
		try {
			return this.kept.find(id(line), line.place().createdAt());
		}
		finally {
			this.lock.unlock();
		}
	}

	private Optional<JobScores> readInTurn(ModelLine line) {
		this.readers.acquireUninterruptibly();
		try {
			return read(line);
		}
		finally {
			this.readers.release();
		}
	}

	private Optional<JobScores> read(ModelLine line) {
		StoredCandidates lists = this.models.find(id(line)).map(ModelCard::candidates).orElse(null);
		Optional<Job> job = this.jobs.find(id(line));
		if (lists == null || job.isEmpty()) {
			return Optional.empty();
		}
		if (job.get().dataset().rows() * TableNames.BYTES_PER_ROW > this.room) {
			log.warn("The table of job {} has too many rows to look for its objects", id(line));
			return Optional.empty();
		}
		try {
			DatasetRef table = job.get().dataset();
			JobScores scores = new JobScores(names(table, line.mission()));
			scores.read(this.models.openList(lists.file()), true);
			StoredList decided = lists.decided();
			if (decided != null) {
				scores.read(this.models.openList(decided.file()), false);
			}
			keep(new Kept(id(line), line.place().createdAt(), table.sha256(), scores));
			return Optional.of(scores);
		}
		catch (ProblemException ex) {
			if (ex.kind() == ProblemKind.UNAVAILABLE) {
				throw ex;
			}
			// one job that is being deleted, or was damaged, must not hide all others
			log.warn("What job {} says of its objects can not be read and is passed over: {}", id(line), ex.detail());
			return Optional.empty();
		}
		catch (IOException | UncheckedIOException ex) {
			throw BlobProblems.unavailable("What job " + id(line) + " says of its objects can not be read", ex);
		}
		catch (RuntimeException ex) {
			// as a list that is no JSON any more
			log.warn("What job {} says of its objects can not be read and is passed over", id(line), ex);
			return Optional.empty();
		}
	}

	private void keep(Kept kept) {
		this.lock.lock();
		try {
			this.kept.keep(kept);
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Those of another job on the same table, or else read. */
	private TableNames names(DatasetRef table, Mission mission) {
		this.lock.lock();
		try {
			Optional<TableNames> known = this.kept.names(table.sha256());
			if (known.isPresent()) {
				return known.get();
			}
		}
		finally {
			this.lock.unlock();
		}
		return this.tables.read(table.sha256(), () -> {
			try (CsvTable rows = CsvTable.open(this.datasets.open(table), this.datasets.limits())) {
				return TableNames.of(rows, mission, this.datasets.limits());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	private static String id(ModelLine line) {
		return line.place().modelId();
	}

}
