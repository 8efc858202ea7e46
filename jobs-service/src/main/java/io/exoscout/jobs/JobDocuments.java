package io.exoscout.jobs;

import io.exoscout.dataset.Digests;
import io.exoscout.work.Job;
import tools.jackson.databind.json.JsonMapper;

/** The job document as bytes, with a tag that changes when it does. */
class JobDocuments {

	private final JsonMapper json;

	JobDocuments(JsonMapper json) {
		this.json = json;
	}

	byte[] write(Job job) {
		return this.json.writeValueAsBytes(job);
	}

	/** An entity tag (RFC 9110) for a document. */
	String tag(byte[] document) {
		return '"' + Digests.sha256(document) + '"';
	}

}
