package io.exoscout.jobs.live;

import io.exoscout.telemetry.EventJson;
import io.exoscout.telemetry.EventType;
import io.exoscout.telemetry.JobEvent;

/**
 * A message as all who listen get it, written once.
 *
 * @param id its place in the stream
 * @param type what it is about
 * @param json all of it
 */
public record LiveMessage(long id, EventType type, String json) {

	static LiveMessage of(JobEvent event) {
		return new LiveMessage(event.id(), event.type(), EventJson.write(event));
	}

	static LiveMessage of(JobSnapshot snapshot) {
		return new LiveMessage(snapshot.id(), snapshot.type(), EventJson.write(snapshot));
	}

}
