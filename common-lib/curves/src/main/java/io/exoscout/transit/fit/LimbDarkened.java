package io.exoscout.transit.fit;

/**
 * The light of a star with quadratic limb darkening while a dark disc is before it: what
 * Mandel &amp; Agol (2002, ApJ 580, L171) give by elliptic integrals, here as the sum
 * over rings of the star of what of each is covered. Nodes lie dense at both ends, where
 * the covered angle goes as a square root, so that few are exact to a part in a million.
 *
 * @param u1 the linear coefficient
 * @param u2 the quadratic one
 */
public record LimbDarkened(double u1, double u2) {

	/**
	 * As the Sun would have it in the band of Kepler, about (Sing 2010, A&amp;A 510,
	 * A21). What dwarfs of other temperatures have moves radius ratios by less than 2 %.
	 */
	public static final LimbDarkened SUN = new LimbDarkened(0.41, 0.26);

	private static final int NODES = 14;

	/** Where the rings are, by angles, and how much each counts (Fejér's second rule). */
	private static final double[] COSINES = new double[NODES];

	private static final double[] SINES = new double[NODES];

	private static final double[] WEIGHTS = new double[NODES];

	static {
		for (int k = 0; k < NODES; k++) {
			double angle = (k + 1) * Math.PI / (NODES + 1);
			double sum = 0;
			for (int odd = 1; odd <= NODES + 1; odd += 2) {
				sum += Math.sin(odd * angle) / odd;
			}
			double place = Math.PI / 2 * (1 - Math.cos(angle));
			COSINES[k] = Math.cos(place);
			SINES[k] = Math.sin(place);
			WEIGHTS[k] = Math.PI / 2 * 4 * Math.sin(angle) / (NODES + 1) * sum;
		}
	}

	/**
	 * The relative flux.
	 * @param distance of the middles, in radii of the star
	 * @param ratio of the radii
	 */
	public double flux(double distance, double ratio) {
		if (distance >= 1 + ratio) {
			return 1;
		}
		double whole = Math.PI * (1 - this.u1 / 3 - this.u2 / 6);
		double covered = 0;
		double inner = ratio - distance;
		if (inner > 0) {
			covered = disc(Math.min(1, inner));
		}
		double from = Math.abs(inner);
		double to = Math.min(1, distance + ratio);
		if (from < to && distance > 0) {
			covered += rings(from, to, distance, ratio);
		}
		return 1 - covered / whole;
	}

	/** All light within a radius. */
	private double disc(double radius) {
		double mu = Math.sqrt(Math.max(0, 1 - radius * radius));
		double square = radius * radius;
		double linear = square / 2 - (1 - mu * mu * mu) / 3;
		double quadratic = square - square * square / 4 - 2 * (1 - mu * mu * mu) / 3;
		return 2 * Math.PI * (square / 2 - this.u1 * linear - this.u2 * quadratic);
	}

	private double rings(double from, double to, double distance, double ratio) {
		double middle = (from + to) / 2;
		double half = (to - from) / 2;
		double sum = 0;
		for (int k = 0; k < NODES; k++) {
			double r = middle - half * COSINES[k];
			double cosine = (r * r + distance * distance - ratio * ratio) / (2 * r * distance);
			double covered = Math.acos(Math.max(-1, Math.min(1, cosine)));
			double dark = 1 - Math.sqrt(Math.max(0, 1 - r * r));
			sum += WEIGHTS[k] * SINES[k] * 2 * r * covered * (1 - this.u1 * dark - this.u2 * dark * dark);
		}
		return sum * half;
	}

}
