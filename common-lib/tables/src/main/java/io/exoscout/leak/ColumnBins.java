package io.exoscout.leak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.exoscout.csv.CellCode;

/**
 * A column cut into a few bins, each of which a model of one column can learn a share of
 * planets for. Labels play no part in the cutting.
 *
 * @param of the bin of each object
 * @param count how many bins there are
 */
record ColumnBins(int[] of, int count) {

	/** So many bins of numbers are wanted; there are at most twice as many. */
	private static final int NUMBERS = 64;

	/** Narrower bins would say nothing certain. */
	private static final int NARROWEST = 10;

	private static final int CATEGORIES = 64;

	/**
	 * Bins of a column: of its quantiles, where it holds numbers only (a value that is
	 * more frequent than a bin is wide has one to itself, and so have the blanks), or its
	 * most frequent values, where it holds text.
	 * @param values as {@link CellCode} has them
	 */
	static ColumnBins of(float[] values) {
		for (float value : values) {
			if (CellCode.isText(value)) {
				return categories(values);
			}
		}
		return numbers(values);
	}

	/** Two bins: blank, and not. */
	static ColumnBins blanks(float[] values) {
		int[] bins = new int[values.length];
		for (int i = 0; i < bins.length; i++) {
			bins[i] = Float.isNaN(values[i]) ? 0 : 1;
		}
		return new ColumnBins(bins, 2);
	}

	/** A bin for each of the most frequent codes, and one for the rest. */
	static ColumnBins frequent(long[] codes) {
		Map<Long, Integer> counts = new HashMap<>();
		for (long code : codes) {
			counts.merge(code, 1, Integer::sum);
		}
		List<Long> frequent = counts.entrySet()
			.stream()
			.sorted(Map.Entry.<Long, Integer>comparingByValue(Comparator.reverseOrder())
				.thenComparing(Map.Entry.comparingByKey()))
			.limit(CATEGORIES)
			.map(Map.Entry::getKey)
			.toList();
		Map<Long, Integer> binOf = new HashMap<>();
		frequent.forEach((code) -> binOf.put(code, binOf.size()));
		int rest = binOf.size();
		return new ColumnBins(Arrays.stream(codes).mapToInt((code) -> binOf.getOrDefault(code, rest)).toArray(),
				rest + 1);
	}

	private static ColumnBins categories(float[] values) {
		long[] codes = new long[values.length];
		for (int i = 0; i < codes.length; i++) {
			codes[i] = Float.floatToIntBits(values[i]);
		}
		return frequent(codes);
	}

	private static ColumnBins numbers(float[] values) {
		float[] lasts = lasts(sorted(values));
		int[] bins = new int[values.length];
		for (int i = 0; i < bins.length; i++) {
			bins[i] = Float.isNaN(values[i]) ? lasts.length : binOf(values[i], lasts);
		}
		return new ColumnBins(bins, lasts.length + 1);
	}

	/** The first bin that ends at or above a value, found by halving without branches. */
	private static int binOf(float value, float[] lasts) {
		int from = 0;
		for (int length = lasts.length; length > 1;) {
			int half = length >>> 1;
			from += (lasts[from + half - 1] < value) ? half : 0;
			length -= half;
		}
		return from;
	}

	private static float[] sorted(float[] values) {
		float[] sorted = values.clone();
		Arrays.sort(sorted); // NaN comes last
		int filled = sorted.length;
		while (filled > 0 && Float.isNaN(sorted[filled - 1])) {
			filled--;
		}
		return Arrays.copyOf(sorted, filled);
	}

	/** The largest value of each bin. */
	private static float[] lasts(float[] sorted) {
		int wide = Math.max(NARROWEST, sorted.length / NUMBERS);
		List<Float> lasts = new ArrayList<>();
		int begin = 0;
		for (int at = 0, next; at < sorted.length; at = next) {
			next = at + 1;
			while (next < sorted.length && sorted[next] == sorted[at]) {
				next++;
			}
			if (at > begin && next - begin > wide) {
				lasts.add(sorted[at - 1]);
				begin = at;
			}
		}
		if (sorted.length > 0) {
			lasts.add(sorted[sorted.length - 1]);
		}
		float[] ends = new float[lasts.size()];
		for (int i = 0; i < ends.length; i++) {
			ends[i] = lasts.get(i);
		}
		return ends;
	}

}
