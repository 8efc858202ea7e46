package io.exoscout.benchmarks.made;

import java.util.Locale;

/** Writes angles the way astronomers do: 19h23m04.56s, 47d12m03.4s. */
final class Sexagesimal {

	private Sexagesimal() {
	}

	/**
	 * An angle in text.
	 * @param value in hours or degrees, not negative
	 * @param unit {@code h} or {@code d}
	 */
	static String of(double value, String unit) {
		long hundredths = StrictMath.round(value * 360_000);
		return String.format(Locale.ROOT, "%02d%s%02dm%02d.%02ds", hundredths / 360_000, unit, hundredths / 6000 % 60,
				hundredths / 100 % 60, hundredths % 100);
	}

}
