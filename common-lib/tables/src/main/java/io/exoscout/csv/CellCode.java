package io.exoscout.csv;

/**
 * A cell of any column in single precision: a number is itself, a blank is {@code NaN},
 * and text is one of the largest numbers there are (2<sup>127</sup> and above), where no
 * measurement lies. Two texts may share a code, which is rare and does no harm to
 * statistics.
 */
public final class CellCode {

	private static final float TEXT = 0x1p127f;

	private CellCode() {
	}

	/** Codes a trimmed cell. */
	public static float of(String cell) {
		if (cell.isEmpty()) {
			return Float.NaN;
		}
		float value = Numbers.parse(cell);
		if (!Float.isNaN(value) || Numbers.meansMissing(cell)) {
			return value;
		}
		int hash = (int) (cell.hashCode() * 0x9E3779B97F4A7C15L >>> 41);
		return Float.intBitsToFloat(Float.floatToIntBits(TEXT) | hash);
	}

	public static boolean isText(float code) {
		return code >= TEXT;
	}

}
