package io.exoscout.transit.box;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleConsumer;

/**
 * Box least squares (Kovács, Zucker &amp; Mazeh 2002, A&amp;A 391, 369) over a grid of
 * periods. Stretches of time are folded once for some twenty neighbouring periods; for
 * each of those their profiles are added, moved by what the period differs. Blocks of
 * periods do not know of each other, so any number of threads gives the same bytes.
 */
public final class BoxSearch {

	/** Fewer points than these hold no transits. */
	private static final int FEWEST = 20;

	private final Series series;

	private final PeriodGrid grid;

	private final Boxes boxes;

	/**
	 * A search.
	 * @param boxes which widths are tried, and what noise they see
	 */
	public BoxSearch(Series series, PeriodGrid grid, Boxes boxes) {
		this.series = series;
		this.grid = grid;
		this.boxes = boxes;
	}

	/**
	 * Searches.
	 * @param threads how many work at it, the caller's among them
	 * @param progress is told now and then, on the caller's thread, which share is done;
	 * what it throws ends the search
	 */
	public Spectrum search(int threads, DoubleConsumer progress) {
		Spectrum spectrum = new Spectrum(this.grid);
		if (this.series.size() < FEWEST) {
			return spectrum;
		}
		List<int[]> blocks = blocks();
		AtomicInteger next = new AtomicInteger();
		AtomicBoolean stopped = new AtomicBoolean();
		AtomicReference<Throwable> failure = new AtomicReference<>();
		List<Thread> helpers = new ArrayList<>();
		for (int i = 1; i < threads; i++) {
			Thread helper = new Thread(() -> work(spectrum, blocks, next, stopped, failure), "box-search-" + i);
			helper.setDaemon(true);
			helper.start();
			helpers.add(helper);
		}
		try {
			Folder folder = new Folder(this.series, this.boxes);
			for (int block; !stopped.get() && (block = next.getAndIncrement()) < blocks.size();) {
				folder.search(spectrum, blocks.get(block)[0], blocks.get(block)[1]);
				progress.accept((double) (block + 1) / blocks.size());
			}
		}
		catch (RuntimeException | Error ex) {
			stopped.set(true);
			throw ex;
		}
		finally {
			helpers.forEach(BoxSearch::await);
		}
		Throwable failed = failure.get();
		if (failed instanceof Error error) {
			throw error;
		}
		if (failed != null) {
			throw new IllegalStateException("a part of the periods could not be searched", failed);
		}
		return spectrum;
	}

	private void work(Spectrum spectrum, List<int[]> blocks, AtomicInteger next, AtomicBoolean stopped,
			AtomicReference<Throwable> failure) {
		try {
			Folder folder = new Folder(this.series, this.boxes);
			for (int block; !stopped.get() && (block = next.getAndIncrement()) < blocks.size();) {
				folder.search(spectrum, blocks.get(block)[0], blocks.get(block)[1]);
			}
		}
		catch (RuntimeException | Error ex) {
			// what this thread took was not searched: the caller has to know
			failure.compareAndSet(null, ex);
			stopped.set(true);
		}
	}

	/**
	 * Neighbours for which one fold is enough: none moves a stretch's end by half a bin.
	 */
	private List<int[]> blocks() {
		double length = this.series.span() / Folder.stretches(this.series.size());
		List<int[]> blocks = new ArrayList<>();
		for (int from = 0; from < this.grid.size();) {
			double frequency = this.grid.frequency(from);
			double step = this.grid.frequency(from + 1) - frequency;
			int many = (int) Math.max(1, 2 / (this.boxes.bins(1 / frequency) * step * length));
			int to = Math.min(this.grid.size(), from + many);
			blocks.add(new int[] { from, to });
			from = to;
		}
		return blocks;
	}

	private static void await(Thread thread) {
		boolean interrupted = false;
		while (thread.isAlive()) {
			try {
				thread.join();
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

}
