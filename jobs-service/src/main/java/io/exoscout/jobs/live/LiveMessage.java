package io.exoscout.jobs.live;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.exoscout.telemetry.EventJson;
import io.exoscout.telemetry.EventType;
import io.exoscout.telemetry.JobEvent;

/**
 * A message as all who listen get it, written once: thousands may wait for the same
 * bytes.
 */
public final class LiveMessage {

	private final long id;

	private final String json;

	private final ByteBuffer event;

	LiveMessage(long id, EventType type, Object payload) {
		this.id = id;
		this.json = EventJson.write(payload);
		String event = "id: " + id + "\nevent: " + type.id() + "\ndata: " + this.json + "\n\n";
		this.event = ByteBuffer.wrap(event.getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer();
	}

	static LiveMessage of(JobEvent event) {
		return new LiveMessage(event.id(), event.type(), event);
	}

	static LiveMessage of(JobSnapshot snapshot) {
		return new LiveMessage(snapshot.id(), snapshot.type(), snapshot);
	}

	/** Its place in the stream. */
	public long id() {
		return this.id;
	}

	/** All of it, as JSON. */
	public String json() {
		return this.json;
	}

	/** All of it as a server-sent event; each caller gets a buffer of his own. */
	public ByteBuffer event() {
		return this.event.duplicate();
	}

}
