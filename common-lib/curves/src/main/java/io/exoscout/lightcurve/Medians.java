package io.exoscout.lightcurve;

/** Medians, found without sorting. */
public final class Medians {

	/**
	 * What the median absolute deviation of normal noise is multiplied by for its
	 * standard deviation.
	 */
	public static final double SIGMA = 1.4826022185;

	private Medians() {
	}

	/**
	 * The median; the array is put into another order. {@code NaN} if there is nothing.
	 */
	public static double of(double[] values) {
		return of(values, values.length);
	}

	/** The median of the first values, which are put into another order. */
	public static double of(double[] values, int size) {
		if (size == 0) {
			return Double.NaN;
		}
		double upper = select(values, size, size / 2);
		if (size % 2 == 1) {
			return upper;
		}
		double lower = values[0];
		for (int i = 1; i < size / 2; i++) {
			lower = Math.max(lower, values[i]);
		}
		return (lower + upper) / 2;
	}

	/**
	 * The median of the first values, which stay in their order: fast if it lies between
	 * two bounds that hold few of them, and the same if not.
	 * @param work room for as many values
	 */
	public static double near(double[] values, int size, double low, double high, double[] work) {
		int below = 0;
		int inside = 0;
		for (int i = 0; i < size; i++) {
			double value = values[i];
			// by signs and without branches, which nobody could foresee here
			int under = (int) (Double.doubleToRawLongBits(value - low) >>> 63);
			int over = (int) (Double.doubleToRawLongBits(high - value) >>> 63);
			work[inside] = value;
			inside += 1 - (under | over);
			below += under;
		}
		int place = size / 2 - below;
		if (place < 1 || place >= inside) {
			System.arraycopy(values, 0, work, 0, size);
			return of(work, size);
		}
		double upper = select(work, inside, place);
		if (size % 2 == 1) {
			return upper;
		}
		double lower = work[0];
		for (int i = 1; i < place; i++) {
			lower = Math.max(lower, work[i]);
		}
		return (lower + upper) / 2;
	}

	/** The standard deviation of normal noise with that median absolute deviation. */
	public static double deviation(double[] values) {
		double[] work = values.clone();
		double median = of(work);
		for (int i = 0; i < work.length; i++) {
			work[i] = Math.abs(values[i] - median);
		}
		return SIGMA * of(work);
	}

	/** Hoare's selection: smaller ones end before the place, larger ones behind. */
	private static double select(double[] values, int size, int place) {
		int low = 0;
		int high = size - 1;
		while (low < high) {
			double pivot = middle(values[low], values[(low + high) >>> 1], values[high]);
			int i = low;
			int j = high;
			while (i <= j) {
				while (values[i] < pivot) {
					i++;
				}
				while (values[j] > pivot) {
					j--;
				}
				if (i <= j) {
					double swapped = values[i];
					values[i++] = values[j];
					values[j--] = swapped;
				}
			}
			if (place <= j) {
				high = j;
			}
			else if (place >= i) {
				low = i;
			}
			else {
				break;
			}
		}
		return values[place];
	}

	private static double middle(double a, double b, double c) {
		return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
	}

}
