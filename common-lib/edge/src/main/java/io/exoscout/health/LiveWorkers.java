package io.exoscout.health;

/** Knows how many workers are alive, for {@code /health}. */
@FunctionalInterface
public interface LiveWorkers {

	/** How many workers were heard from lately; may fail when the database is down. */
	int count();

}
