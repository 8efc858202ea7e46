package io.exoscout.chaos;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A place on the stage at which one process runs: a service, the broker or the database.
 * Whoever does something to it holds its lock meanwhile.
 */
abstract class Player {

	private final String name;

	private final Lock lock = new ReentrantLock();

	Player(String name) {
		this.name = name;
	}

	final String name() {
		return this.name;
	}

	final Lock lock() {
		return this.lock;
	}

	/** What it is one of, for the report. */
	abstract String kind();

	/** Starts a process that is not running. */
	abstract void start();

	/** Waits until a process that was started does its work. */
	abstract void awaitReady();

	/** {@code kill -9}. */
	abstract void kill();

	/** Asks it to end and waits for that. */
	abstract void stop();

}
