package io.exoscout.worker;

import java.util.Locale;

/** How an attempt ended, in the words of metrics and traces. */
enum RunOutcome {

	/** What came out is stored. */
	COMPLETED(true),
	/** The job ended in error. */
	ERROR(true),
	/** Somebody asked for it. */
	CANCELLED(true),
	/** It failed, and the job is queued for another attempt. */
	RETRIED(false),
	/** The worker was stopped, and the job is queued again. */
	HANDED_BACK(false),
	/** The lease was, so whatever was done does not count. */
	LOST(false);

	private final boolean last;

	RunOutcome(boolean last) {
		this.last = last;
	}

	/** Whether the job is finished, too. */
	boolean endsTheJob() {
		return this.last;
	}

	/** The word, e.g. {@code handed_back}. */
	String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
