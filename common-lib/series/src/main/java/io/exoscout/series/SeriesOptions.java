package io.exoscout.series;

/**
 * What a series is modelled with.
 *
 * @param window how many values before it a forecast looks at; 1 or more
 * @param season how many steps a season has; 0 for none, else 2 or more
 * @param horizon how many steps ahead forecasts are to be measured; 1 or more
 * @param descent whether to fit the neuron of the old backend in place of choosing
 * @param epochs how many steps that goes down
 */
public record SeriesOptions(int window, int season, int horizon, boolean descent, int epochs) {

	/** Beyond it the old neuron would not settle. */
	public static final int MOST_WINDOW = 150;

	/** What a forecast looks at besides its window: a season, and that it has a mean. */
	private static final int BESIDES = 3;

	/** So many ways are tried at most, in blocks and for all. */
	private static final int TRIALS = 22;

	private static final int FITS = 7;

	/**
	 * How much arithmetic it takes to model a series: about how many products.
	 * @param points how many it has
	 */
	public long work(int points) {
		long looked = this.window + BESIDES;
		long steps = (this.horizon > 1) ? Math.min((long) points * this.horizon, (long) FITS * RollingOrigin.MOST_STEPS)
				: points;
		long down = this.descent ? (long) FITS * this.epochs * looked * looked : 0;
		return points * looked * looked + steps * looked * TRIALS + down;
	}

	/** How many consecutive values a forecast needs before it. */
	public int context() {
		return (this.season > 0) ? Math.max(this.window, this.season + 1) : this.window;
	}

}
