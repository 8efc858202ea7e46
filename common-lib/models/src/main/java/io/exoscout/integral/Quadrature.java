package io.exoscout.integral;

/**
 * Gauss–Legendre quadrature on [0, 1]: the weighted sum of a polynomial's values at
 * {@code n} points is its integral, exactly up to degree {@code 2n - 1}.
 *
 * @param points where to look, inside (0, 1)
 * @param weights how much each value counts; they sum to 1
 */
public record Quadrature(double[] points, double[] weights) {

	private static final double ENOUGH = 1e-15;

	private static final int MAX_STEPS = 100;

	/** The rule with a number of points. */
	public static Quadrature of(int count) {
		double[] points = new double[count];
		double[] weights = new double[count];
		for (int i = 0; i < count; i++) {
			// strict, so that all machines agree on every bit
			double x = StrictMath.cos(Math.PI * (i + 0.75) / (count + 0.5));
			double slope = 0;
			double step = 1;
			for (int steps = 0; Math.abs(step) > ENOUGH && steps < MAX_STEPS; steps++) {
				double value = 1;
				double next = x;
				for (int k = 2; k <= count; k++) {
					double after = ((2 * k - 1) * x * next - (k - 1) * value) / k;
					value = next;
					next = after;
				}
				slope = count * (x * next - value) / (x * x - 1);
				step = next / slope;
				x -= step;
			}
			points[i] = (1 + x) / 2;
			weights[i] = 1 / ((1 - x * x) * slope * slope);
		}
		return new Quadrature(points, weights);
	}

	int size() {
		return this.points.length;
	}

}
