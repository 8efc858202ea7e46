package io.exoscout.benchmarks.made;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * Makes a light curve of our own, as of a sector of TESS at one point every ten minutes:
 * a star whose spots come and go, a planet every 4.2 days and a second one every 9.7,
 * noise, a gap in the middle, flagged points and empty ones. The same seed gives the same
 * bytes on every machine.
 */
public final class CurveSynthesiser {

	private static final double START = 2000;

	private static final double DAYS = 27;

	private static final int PER_DAY = 144;

	private static final String USAGE = "usage: CurveSynthesiser <seed>";

	private CurveSynthesiser() {
	}

	/**
	 * A planet that is put in.
	 *
	 * @param period in days
	 * @param epoch the middle of its first transit, in days
	 * @param depth as a share of the flux
	 * @param duration from first to last contact, in days
	 */
	private record PutIn(double period, double epoch, double depth, double duration) {

		/** What is missing of the flux. */
		double missing(double time) {
			double away = time - this.epoch - this.period * StrictMath.rint((time - this.epoch) / this.period);
			double inside = (this.duration / 2 - StrictMath.abs(away)) / (0.15 * this.duration);
			return this.depth * StrictMath.max(0, StrictMath.min(1, inside));
		}

	}

	private static final PutIn[] PLANETS = { new PutIn(4.2, START + 1.7, 0.0042, 0.13),
			new PutIn(9.7, START + 3.1, 0.0021, 0.18) };

	/**
	 * Writes a curve to standard output.
	 * @param arguments the seed
	 */
	public static void main(String[] arguments) throws IOException {
		if (arguments.length != 1) {
			throw new IllegalArgumentException(USAGE);
		}
		try (OutputStream out = new BufferedOutputStream(System.out)) {
			write(Long.parseLong(arguments[0]), out);
		}
	}

	/**
	 * Writes a curve.
	 * @param seed where all chance starts
	 * @param out where to
	 */
	public static void write(long seed, OutputStream out) throws IOException {
		SeededRandom random = new SeededRandom(seed);
		print(out, "# This file was made by the ExoScout light curve synthesiser. It holds no real data.\n");
		print(out, "time_btjd,flux,flux_err,quality\n");
		for (int i = 0; i < DAYS * PER_DAY; i++) {
			double day = (double) i / PER_DAY;
			double flux = flux(START + day) + random.normal(0, 6e-4);
			boolean dumps = day % 3.375 < 0.02;
			boolean empty = random.chance(0.004);
			if (day < 12.9 || day > 14.1) {
				print(out, "%s,%s,0.0006,%d\n".formatted(number(START + day, 6),
						empty ? "" : number(dumps ? flux * 0.996 : flux, 6), dumps ? 32 : 0));
			}
		}
	}

	/** Spots turn with the star, every 11 days. */
	private static double flux(double time) {
		double turn = 2 * StrictMath.PI * (time - START) / 11;
		double flux = 1 + 0.0008 * StrictMath.sin(turn) + 0.0003 * StrictMath.sin(2 * turn + 1);
		for (PutIn planet : PLANETS) {
			flux -= planet.missing(time);
		}
		return flux;
	}

	private static String number(double value, int digits) {
		return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
	}

	private static void print(OutputStream out, String text) throws IOException {
		out.write(text.getBytes(StandardCharsets.UTF_8));
	}

}
