package io.exoscout.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.exoscout.archive.Mission;
import io.exoscout.archive.StarSource;
import io.exoscout.archive.Verdict;
import io.exoscout.objects.ObjectRow;
import io.exoscout.objects.ObjectTable;

/**
 * Which cells of a table are blank: every combination of blank columns that occurs, and
 * how many rows have it, apart by their verdict. Where a table has blanks tells what they
 * mean: in the archive's tables a blank is part of the story, in a table that somebody
 * cut down it is not.
 *
 * @param columns names of the columns; the last two are those that name object and star
 * @param patterns the combinations, most frequent first
 * @param rows how many rows there are of each verdict, by its ordinal
 */
public record BlankPatterns(List<String> columns, List<Pattern> patterns, long[] rows) {

	/** Of models that were trained before blanks were counted. */
	public static final BlankPatterns NONE = new BlankPatterns(List.of(), List.of(), new long[verdicts()]);

	/** By nothing that the order of rows could change. */
	private static final Comparator<Pattern> ORDER = Comparator.comparingLong(Pattern::count)
		.reversed()
		.thenComparing((pattern) -> pattern.blank().toLongArray(), Arrays::compare);

	/** More combinations than this are not told apart. */
	private static final int MANY = 10_000;

	/**
	 * A combination.
	 *
	 * @param blank places of the blank columns
	 * @param rows how many rows have it, by the ordinal of their verdict
	 */
	public record Pattern(BitSet blank, long[] rows) {

		/** How many rows have it in all. */
		public long count() {
			return sum(this.rows);
		}

	}

	/** How many rows there are in all. */
	public long count() {
		return sum(this.rows);
	}

	/** Counts the blanks of a table in memory. */
	public static BlankPatterns of(ObjectTable table) {
		BlankTally tally = new BlankTally(table.mission(), table.columns());
		for (int row = 0; row < table.size(); row++) {
			Verdict verdict = table.mission().verdict(table.labels()[row]).orElse(Verdict.UNDECIDED);
			tally.add(table.row(row), verdict);
		}
		return tally.patterns();
	}

	/** How many bytes {@link #write} takes. */
	long bytes() {
		long names = this.columns.stream().mapToLong((name) -> Integer.BYTES + utf8(name).length).sum();
		long each = bitBytes() + (long) verdicts() * Long.BYTES;
		return 2L * Integer.BYTES + names + (long) verdicts() * Long.BYTES + this.patterns.size() * each;
	}

	void write(ByteBuffer to) {
		to.putInt(this.columns.size());
		this.columns.forEach((name) -> to.putInt(utf8(name).length).put(utf8(name)));
		putAll(to, this.rows);
		to.putInt(this.patterns.size());
		for (Pattern pattern : this.patterns) {
			byte[] bits = new byte[bitBytes()];
			byte[] set = pattern.blank().toByteArray();
			System.arraycopy(set, 0, bits, 0, set.length);
			to.put(bits);
			putAll(to, pattern.rows());
		}
	}

	/**
	 * Reads what was written.
	 * @throws IllegalArgumentException if it is not all there
	 */
	static BlankPatterns read(ByteBuffer from) {
		int columns = count(from, Integer.BYTES);
		List<String> names = new ArrayList<>();
		for (int i = 0; i < columns; i++) {
			byte[] name = new byte[count(from, 1)];
			from.get(name);
			names.add(new String(name, StandardCharsets.UTF_8));
		}
		int bitBytes = (columns + 7) / 8;
		require(from.remaining() >= verdicts() * Long.BYTES);
		long[] rows = longs(from);
		int count = count(from, bitBytes + verdicts() * Long.BYTES);
		List<Pattern> patterns = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			byte[] bits = new byte[bitBytes];
			from.get(bits);
			BitSet blank = BitSet.valueOf(bits);
			require(blank.length() <= columns);
			patterns.add(new Pattern(blank, longs(from)));
		}
		return new BlankPatterns(List.copyOf(names), List.copyOf(patterns), rows);
	}

	private int bitBytes() {
		return (this.columns.size() + 7) / 8;
	}

	private static int verdicts() {
		return Verdict.values().length;
	}

	private static int count(ByteBuffer from, int bytesEach) {
		require(from.remaining() >= Integer.BYTES);
		int count = from.getInt();
		require(count >= 0 && count <= from.remaining() / bytesEach);
		return count;
	}

	private static void require(boolean holds) {
		if (!holds) {
			throw new IllegalArgumentException("These are no patterns of blanks");
		}
	}

	private static void putAll(ByteBuffer to, long[] numbers) {
		for (long number : numbers) {
			to.putLong(number);
		}
	}

	private static long[] longs(ByteBuffer from) {
		long[] numbers = new long[verdicts()];
		for (int i = 0; i < numbers.length; i++) {
			numbers[i] = from.getLong();
			require(numbers[i] >= 0);
		}
		return numbers;
	}

	private static byte[] utf8(String name) {
		return name.getBytes(StandardCharsets.UTF_8);
	}

	private static long sum(long[] numbers) {
		long sum = 0;
		for (long number : numbers) {
			sum += number;
		}
		return sum;
	}

	/** Counts row by row. */
	public static final class BlankTally {

		private final List<String> columns;

		private final Map<BitSet, long[]> counts = new LinkedHashMap<>();

		private final long[] rows = new long[verdicts()];

		/** Counts rows of a mission whose values are those of the columns. */
		public BlankTally(Mission mission, List<String> columns) {
			List<String> all = new ArrayList<>(columns);
			all.add(mission.objectColumn());
			all.add(mission.starColumn());
			this.columns = List.copyOf(all);
		}

		/** Counts a row of which nothing but its blanks is of interest. */
		public void add(ObjectRow row) {
			add(row, Verdict.UNDECIDED);
		}

		void add(ObjectRow row, Verdict verdict) {
			this.rows[verdict.ordinal()]++;
			BitSet blank = blank(row);
			long[] counts = this.counts.get(blank);
			if (counts == null && this.counts.size() < MANY) {
				counts = new long[verdicts()];
				this.counts.put(blank, counts);
			}
			if (counts != null) {
				counts[verdict.ordinal()]++;
			}
		}

		/** What was counted so far. */
		public BlankPatterns patterns() {
			List<Pattern> patterns = this.counts.entrySet()
				.stream()
				.map((entry) -> new Pattern(entry.getKey(), entry.getValue()))
				.sorted(ORDER)
				.toList();
			return new BlankPatterns(this.columns, patterns, this.rows.clone());
		}

		/**
		 * The blank columns of a row, names among them: a star that is only guessed has
		 * none, as nothing is known of what else it has.
		 */
		public static BitSet blank(ObjectRow row) {
			float[] values = row.values();
			BitSet blank = new BitSet();
			for (int i = 0; i < values.length; i++) {
				blank.set(i, Float.isNaN(values[i]));
			}
			blank.set(values.length, row.object().isEmpty());
			blank.set(values.length + 1, StarSource.isNameless(row.star()));
			return blank;
		}

	}

}
