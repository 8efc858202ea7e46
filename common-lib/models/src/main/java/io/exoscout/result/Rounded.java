package io.exoscout.result;

/** Figures in as many digits after the point as are shown. */
public final class Rounded {

	private Rounded() {
	}

	/** Shares that are measured roughly. */
	public static double twoDigits(double figure) {
		return to(1e2, figure);
	}

	/** What is measured of a model. */
	public static double fourDigits(double figure) {
		return to(1e4, figure);
	}

	/** What a model says of an object. */
	public static double sixDigits(double figure) {
		return to(1e6, figure);
	}

	private static double to(double parts, double figure) {
		return Math.rint(figure * parts) / parts;
	}

}
