package io.exoscout.jobs.listing;

import io.exoscout.job.Job;
import io.exoscout.store.Digests;
import tools.jackson.databind.json.JsonMapper;

/** The job document as bytes, with a tag that changes when it does. */
public record TaggedDocument(JsonMapper json) {

	byte[] write(Job job) {
		return this.json.writeValueAsBytes(job);
	}

	/** An entity tag (RFC 9110) for a document. */
	String tag(byte[] document) {
		return '"' + Digests.sha256(document) + '"';
	}

}
