package io.exoscout.searcher;

import java.io.IOException;
import java.io.InputStream;

import io.exoscout.found.FoundSearches;
import io.exoscout.problem.ProblemException;
import io.exoscout.searcher.found.KeptSearch;
import io.exoscout.store.BlobStore;
import tools.jackson.databind.json.JsonMapper;

/** What searches found, with all that can be drawn of it. */
record KeptSearches(FoundSearches found, BlobStore blobs, JsonMapper json) {

	/**
	 * Where the outcome of a completed search is kept.
	 * @throws ProblemException as of {@link FoundSearches#digest}
	 */
	String digest(String jobId) {
		return this.found.digest(jobId);
	}

	/** Reads an outcome. */
	KeptSearch read(String sha256) throws IOException {
		try (InputStream in = this.blobs.open(sha256)) {
			return this.json.readValue(in, KeptSearch.class);
		}
	}

}
