package io.exoscout.jobs.listing;

import io.exoscout.job.Job;
import io.exoscout.store.Digests;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The job document as bytes, with a tag that changes when it does. */
public record TaggedDocument(JsonMapper json, Expiry expiry) {

	byte[] write(Job job) {
		ObjectNode document = this.json.valueToTree(job);
		this.expiry.of(job).ifPresent((time) -> document.put(JobSummaryDocs.EXPIRES_AT, time.toString()));
		return this.json.writeValueAsBytes(document);
	}

	/** An entity tag (RFC 9110) for a document. */
	String tag(byte[] document) {
		return '"' + Digests.sha256(document) + '"';
	}

}
