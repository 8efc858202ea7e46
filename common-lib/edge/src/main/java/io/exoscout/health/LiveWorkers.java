package io.exoscout.health;

/** Knows how workers are, for {@code /health}. */
public interface LiveWorkers {

	/** How many workers were heard from lately; may fail when the database is down. */
	int count();

	/** Whether jobs have waited for long although workers are idle. */
	boolean areIdleWhileJobsWait();

}
