package io.exoscout.searcher;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.exoscout.archive.Mission;
import io.exoscout.body.BlobDraft;
import io.exoscout.body.Filenames;
import io.exoscout.body.Spool;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.gzip.UnpackingBudget;
import io.exoscout.transit.CurveSearch;
import io.exoscout.transit.CurveSearch.KnownStar;
import io.exoscout.job.Job;
import io.exoscout.job.JobParams;
import io.exoscout.job.JobRequest;
import io.exoscout.job.JobType;
import io.exoscout.job.Jobs.Submission;
import io.exoscout.lightcurve.file.CurveReader;
import io.exoscout.lightcurve.file.CurveReader.Reading;
import io.exoscout.lightcurve.file.CurveReport;
import io.exoscout.lightcurve.file.CurveSource;
import io.exoscout.lightcurve.file.HeaderStar;
import io.exoscout.lightcurve.ReadingBudget;
import io.exoscout.memory.MemoryRoom;
import io.exoscout.lightcurve.StoredCurve;
import io.exoscout.store.BlobStore;
import io.exoscout.transit.TransitSearch;
import io.exoscout.work.JobIntake;
import org.jspecify.annotations.Nullable;

/**
 * The way of a light curve into the system: its files read and joined, its points kept,
 * and made a search. Nothing is kept of one that can not be searched.
 */
record CurveIntake(Spool spool, BlobStore blobs, JobIntake jobs, MemoryRoom room, Clock clock) {

	/**
	 * The day of BKJD on which Kepler's second wheel had stopped (BJD 2456424) and before
	 * that on which K2 began (2456725).
	 */
	private static final double KEPLER_ENDED = 1600;

	/** What the files look like to us; stores nothing. */
	InspectedCurve inspect(List<SentCurve> files, CurveSearch search) throws IOException {
		Reading reading = read(files, search);
		try (BlobDraft points = points(reading)) {
			String jobId = SearchIdentity.of(points.sha256(), known(search, reading.report()));
			return new InspectedCurve(reading.report(), points.sha256(),
					this.jobs.active(jobId).map(Job::jobId).orElse(null));
		}
	}

	/** Accepts a star's files; their names are labels only. */
	Submission accept(List<SentCurve> files, CurveSearch search) throws IOException {
		Reading reading = read(files, search);
		try (BlobDraft points = points(reading)) {
			Job job = job(reading, search, points.sha256(), files.get(0).name(), this.clock.instant());
			return this.jobs.accept(job, () -> points.keep(this.blobs));
		}
	}

	private Reading read(List<SentCurve> files, CurveSearch search) throws IOException {
		try (ReadingBudget budget = new ReadingBudget(this.room, new UnpackingBudget())) {
			return read(files, search, budget);
		}
	}

	/** Reads a star's files, and refuses what the work would refuse. */
	static Reading read(List<? extends CurveSource> files, CurveSearch search, ReadingBudget budget)
			throws IOException {
		Reading reading = CurveReader.read(files, search.reading(), budget);
		TransitSearch.check(reading.curve(), SearchParts.options(known(search, reading.report()), 1));
		return reading;
	}

	/**
	 * The search of a star's curve.
	 * @param sha256 digest of its points
	 * @param file a name for people, where no file says that of the star
	 */
	static Job job(Reading reading, CurveSearch search, String sha256, String file, Instant now) {
		CurveReport report = reading.report();
		CurveSearch known = known(search, report);
		DatasetRef ref = new DatasetRef(sha256, Filenames.clean(file), StoredCurve.bytes(reading.curve()),
				report.points(), report.files().get(0).columns().size(), null, null);
		String label = Objects.requireNonNullElse(report.target(), ref.filename());
		return Job.queued(JobType.TRANSIT_SEARCH, SearchIdentity.of(sha256, known), label,
				new JobRequest(JobParams.of(mission(report), known), ref, null, null, null, null, report), now);
	}

	private BlobDraft points(Reading reading) throws IOException {
		BlobDraft draft = this.spool.draft();
		try {
			StoredCurve.write(reading.curve(), draft.out());
			return draft;
		}
		catch (IOException | RuntimeException | Error ex) {
			draft.close();
			throw ex;
		}
	}

	/** What was said of the star comes before what its files say. */
	private static CurveSearch known(CurveSearch search, CurveReport report) {
		HeaderStar header = report.star();
		if (header == null) {
			return search;
		}
		KnownStar said = (search.star() != null) ? search.star() : new KnownStar(null, null, null);
		KnownStar star = new KnownStar(first(said.radius(), header.radius()), first(said.mass(), header.mass()),
				first(said.teff(), header.teff()));
		return new CurveSearch(search.windowDays(), search.periodMin(), search.periodMax(), search.maxSignals(), star,
				search.reading());
	}

	private static @Nullable Double first(@Nullable Double one, @Nullable Double other) {
		return (one != null) ? one : other;
	}

	/** Whose light curve it is, by its star's name or by what its times count from. */
	static @Nullable Mission mission(CurveReport report) {
		String target = Objects.requireNonNullElse(report.target(), "").toUpperCase(Locale.ROOT);
		if (target.startsWith("EPIC")) {
			return Mission.K2;
		}
		if (target.startsWith("KIC")) {
			return Mission.KEPLER;
		}
		return switch (report.timeSystem()) {
			case BTJD -> Mission.TESS;
			case BKJD -> (report.start() < KEPLER_ENDED) ? Mission.KEPLER : Mission.K2;
			default -> target.startsWith("TIC") ? Mission.TESS : null;
		};
	}

}
