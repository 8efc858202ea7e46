package io.exoscout.telemetry;

import io.exoscout.job.Job;

/**
 * Tells of the work on jobs.
 *
 * @param sender to those who look on
 * @param events to those who come later
 */
public record Telemetry(EventSender sender, EventLog events) {

	/** Of one attempt. */
	public Attempt of(Job claimed) {
		return new Attempt(this.sender, this.events, claimed);
	}

}
