package io.exoscout.jobs.stream;

/** A connection that stays open. */
interface OpenConnection {

	/** Gives a sign of life, or ends a connection that does not deserve one. */
	void beat();

	/** Ends one whose client may not listen any more. */
	void check();

	/** Ends it now, because the service stops; another replica may go on. */
	void leave();

}
