package io.exoscout.telemetry;

import java.time.Instant;
import java.util.List;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Some events that a worker told one after the other.
 *
 * @param id job and first event
 * @param jobId the job
 * @param last the id of the last one
 * @param at when they were stored
 * @param events as JSON, so that any version can keep what another one wrote
 */
@Document("events")
record StoredEvents(@Id String id, String jobId, long last, Instant at, List<String> events) {

	/** Names of what is stored. */
	static final String JOB_ID = "jobId";

	static final String LAST = "last";

	static final String AT = "at";

}
