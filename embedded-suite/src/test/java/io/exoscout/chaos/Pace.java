package io.exoscout.chaos;

/**
 * Keeps load and faults abreast, so that neither is over while the other goes on, and the
 * load from running away from the workers.
 */
final class Pace {

	/** How many jobs may wait; more would only wait longer. */
	private static final long BACKLOG = 200;

	/** By how many kills one side may be ahead. */
	private static final int SLACK = 2;

	private final ChaosPlan plan;

	private int jobs;

	private int kills;

	private long backlog;

	Pace(ChaosPlan plan) {
		this.plan = plan;
	}

	synchronized void jobAccepted() {
		this.jobs++;
		notifyAll();
	}

	synchronized void killed() {
		this.kills++;
		notifyAll();
	}

	synchronized void backlog(long jobs) {
		this.backlog = jobs;
		notifyAll();
	}

	/** Waits until it is time for another job. */
	synchronized void awaitJob(int number) throws InterruptedException {
		while (this.backlog > BACKLOG || killsBefore(number) > this.kills + SLACK) {
			wait();
		}
	}

	/** Waits until it is time for another kill. */
	synchronized void awaitKill(int number) throws InterruptedException {
		while ((long) (number - SLACK) * this.plan.jobs() > (long) this.jobs * this.plan.kills()) {
			wait();
		}
	}

	private long killsBefore(int job) {
		return (long) job * this.plan.kills() / this.plan.jobs();
	}

}
