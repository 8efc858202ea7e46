package io.exoscout.jobs;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(document);
			return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every JDK has SHA-256", ex);
		}
	}

}
