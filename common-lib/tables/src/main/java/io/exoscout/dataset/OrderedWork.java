package io.exoscout.dataset;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * Work that is done in its order, but beside what its giver does: by a common thread if
 * one is free, else by himself, so that he is never far ahead and nothing stands still
 * however many tables are read at once.
 */
final class OrderedWork {

	/** With more than this waiting its giver takes part, if nobody is at it, */
	private static final int FEW = 4;

	/** and more than this does not wait. */
	private static final int MOST = 16;

	private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

	private final Lock turn = new ReentrantLock();

	private volatile @Nullable Throwable failure;

	/** Gives work; what went wrong with earlier work shows at the {@link #end}. */
	void add(Runnable work) {
		this.waiting.add(work);
		int waiting = this.waiting.size();
		if (waiting > MOST) {
			this.turn.lock();
			doAll();
		}
		else if (waiting > FEW && this.turn.tryLock()) {
			doAll();
		}
		else {
			ForkJoinPool.commonPool().execute(() -> {
				if (this.turn.tryLock()) {
					doAll();
				}
			});
		}
	}

	/** Whether something went wrong. */
	boolean failed() {
		return this.failure != null;
	}

	/** Returns when all is done; fails as the work did. */
	void end() {
		this.turn.lock();
		doAll();
		if (this.failure instanceof Error error) {
			throw error;
		}
		if (this.failure instanceof RuntimeException exception) {
			throw exception;
		}
	}

	private void doAll() {
		try {
			for (Runnable work = this.waiting.poll(); work != null; work = this.waiting.poll()) {
				if (!failed()) {
					work.run();
				}
			}
		}
		catch (RuntimeException | Error ex) {
			this.failure = ex;
		}
		finally {
			this.turn.unlock();
		}
	}

}
