package io.exoscout.searcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.exoscout.body.BlobDraft;
import io.exoscout.body.Spool;
import io.exoscout.transit.CurveSearch;
import io.exoscout.result.FoundSignals;
import io.exoscout.job.Job;
import io.exoscout.job.JobType;
import io.exoscout.lightcurve.LightCurve;
import io.exoscout.lightcurve.StoredCurve;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.searcher.found.KeptSearch;
import io.exoscout.found.SearchDocument;
import io.exoscout.searcher.found.SearchPlots;
import io.exoscout.store.BlobRef;
import io.exoscout.store.BlobStore;
import io.exoscout.transit.SearchResult;
import io.exoscout.transit.TransitSearch;
import io.exoscout.work.References;
import io.exoscout.worker.JobWork;
import io.exoscout.worker.WorkWatch;
import tools.jackson.databind.json.JsonMapper;

/** Searches stored light curves and stores what was found. */
record StoredSearch(BlobStore blobs, Spool spool, References references, JsonMapper json, int threads,
		SearchRoom room) implements JobWork<SearchOutcome> {

	@Override
	public JobType type() {
		return JobType.TRANSIT_SEARCH;
	}

	@Override
	public Optional<String> tooNew(Job job) {
		if (job.params().search() == null) {
			return Optional.of("a search without 'search'");
		}
		return newer(job) ? Optional.of("the form in which the light curve is kept") : Optional.empty();
	}

	private boolean newer(Job job) {
		try {
			return StoredCurve.isNewer(this.blobs.open(job.dataset().sha256()));
		}
		catch (IOException | ProblemException ex) {
			// whoever reads all of it will say what is wrong
			return false;
		}
	}

	@Override
	public SearchOutcome perform(Job job, WorkWatch watch) {
		try (SearchRoom.Share share = this.room.share(job.owner(), (int) job.dataset().rows(), watch)) {
			return search(job, watch);
		}
	}

	private SearchOutcome search(Job job, WorkWatch watch) {
		CurveSearch search = Objects.requireNonNull(job.params().search(), "a search says how");
		SearchResult found = TransitSearch.search(curve(job), SearchParts.options(search, this.threads),
				(share, message) -> {
					watch.checkStopped();
					watch.progress("search", share, message);
				});
		SearchDocument document = SearchDocument.of(job, found);
		BlobDraft file = this.spool.draft();
		try (OutputStream out = file.out()) {
			this.json.writeValue(out, new KeptSearch(document, SearchPlots.of(found)));
			return new SearchOutcome(document, file);
		}
		catch (IOException ex) {
			file.close();
			throw unavailable(ex);
		}
		catch (RuntimeException | Error ex) {
			file.close();
			throw ex;
		}
	}

	private LightCurve curve(Job job) {
		try {
			return StoredCurve.read(this.blobs.open(job.dataset().sha256()));
		}
		catch (IOException | UncheckedIOException ex) {
			throw unavailable(ex);
		}
	}

	private static ProblemException unavailable(Exception cause) {
		return new ProblemException(ErrorCode.STORAGE_UNAVAILABLE,
				"The light curve can not be read, or what was found not written, for now.")
			.causedBy(cause);
	}

	@Override
	public Map<String, Object> store(Job job, SearchOutcome outcome) {
		BlobRef kept = outcome.file().keep(this.blobs);
		return outcome.signals(new FoundSignals.File(kept.sha256(), kept.bytes())).asMap();
	}

	@Override
	public void confirm(Job job, SearchOutcome outcome) {
		String sha256 = outcome.file().sha256();
		if (!this.blobs.exists(sha256)) {
			outcome.file().keep(this.blobs);
			// unless the job, too, is gone by now
			this.blobs.remove(sha256, this.references);
		}
	}

	@Override
	public void discard(Job job, SearchOutcome outcome) {
		this.blobs.remove(outcome.file().sha256(), this.references);
	}

	@Override
	public void release(SearchOutcome outcome) {
		outcome.file().close();
	}

	@Override
	public String lessMemory() {
		return "Send fewer files at a time, or bin the points, or use a worker with more memory.";
	}

}
