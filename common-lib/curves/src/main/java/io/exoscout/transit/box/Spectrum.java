package io.exoscout.transit.box;

/**
 * What a box search found at each period: how far the best box stands above the noise,
 * red noise included, how long it is and where.
 */
public final class Spectrum {

	private final PeriodGrid grid;

	final float[] power;

	final float[] widths;

	final float[] phases;

	Spectrum(PeriodGrid grid) {
		this.grid = grid;
		this.power = new float[grid.size()];
		this.widths = new float[grid.size()];
		this.phases = new float[grid.size()];
	}

	/** The periods, by falling length. */
	public PeriodGrid grid() {
		return this.grid;
	}

	/** The signal to noise of the best box. */
	public double power(int index) {
		return this.power[index];
	}

	/** How long the best box takes, in days. */
	public double duration(int index) {
		return this.widths[index] * this.grid.period(index);
	}

	/** The middle of the best box, in days since the first point, within one period. */
	public double middle(int index) {
		return this.phases[index] * this.grid.period(index);
	}

}
