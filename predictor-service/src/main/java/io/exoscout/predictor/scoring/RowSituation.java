package io.exoscout.predictor.scoring;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import io.exoscout.model.BlankPatterns;
import io.exoscout.objects.ObjectRow;
import io.exoscout.predictor.rows.ModelInputs;

/**
 * What the blanks of a table mean, and by which model each of its rows is scored.
 * <p>
 * A column that no row has is absent: a model without it scores the table. A blank of a
 * row in a column that others have is taken as a blank of the training table as far as
 * rows with the same blanks are as common here as they were there. As far as there are
 * more of them, it says nothing, and a model without these columns scores the row.
 */
final class RowSituation {

	/** For so many combinations of blanks a model of its own is fitted. */
	private static final int MOST_FITS = 8;

	/** Combinations of a smaller share of the rows have to share one. */
	private static final double WORTH_A_FIT = 0.01;

	private static final int LARGE = 100;

	private static final int A_FEW = 3;

	/** The share of rows with odd blanks that a table of the archive may have. */
	private static final double TOLERATED = 0.05;

	/**
	 * Verdicts of fewer training rows than this tell nothing of how common blanks are.
	 */
	private static final int ENOUGH = 50;

	private final ModelInputs inputs;

	private final RowModelFactory models;

	private final BlankPatterns trained;

	private final long rows;

	/** The columns no row has. */
	private final BitSet absent;

	private final RowModel table;

	/** Whether rows have blanks of more kinds than could be told apart. */
	private final boolean countless;

	/** How many rows there are of each kind: the features that are not known of them. */
	private final Map<BitSet, Long> counts = new LinkedHashMap<>();

	/** What scores the rows whose blanks are more common than they were in training. */
	private final Map<BitSet, RowModel> byUnknown = new HashMap<>();

	RowSituation(ModelInputs inputs, BlankPatterns sent, RowModelFactory models) {
		this.inputs = inputs;
		this.models = models;
		this.trained = inputs.model().rows().blanks();
		this.rows = sent.count();
		this.absent = absent(sent);
		sent.patterns()
			.forEach((pattern) -> this.counts.merge(inputs.unknown(pattern.blank()), pattern.count(), Long::sum));
		BitSet unknown = inputs.unknown(this.absent);
		this.table = models.without(unknown);
		boolean comparable = this.trained.count() > 0;
		this.countless = comparable && counted() < this.rows;
		if (comparable) {
			place(unknown, places(sent.columns()));
		}
		else {
			// whatever blanks were in training, here nothing at all is known
			this.counts.keySet()
				.stream()
				.filter((row) -> row.cardinality() == inputs.model().manifest().features().size())
				.forEach((row) -> this.byUnknown.put(row, models.without(row)));
		}
		if (this.countless) {
			// fitted while the answer can still be refused
			models.masked(unknown);
		}
	}

	/** How many rows have blanks of a kind that is told apart. */
	private long counted() {
		return this.counts.values().stream().mapToLong(Long::longValue).sum();
	}

	/** The columns that are blank in every row, names among them. */
	BitSet absent() {
		return (BitSet) this.absent.clone();
	}

	/** What scores rows that have all that the table has. */
	RowModel table() {
		return this.table;
	}

	/** The mean over all rows of how much of the whole model's information is there. */
	double information() {
		return mean(RowModel::information, (model) -> true);
	}

	/** The mean accuracy over all rows of which something is predicted. */
	double accuracy() {
		return mean(RowModel::accuracy, (model) -> !model.tellsNothing());
	}

	private double mean(ToDoubleFunction<RowModel> figure, Predicate<RowModel> counting) {
		double sum = 0;
		long counted = 0;
		for (Map.Entry<BitSet, Long> rows : this.counts.entrySet()) {
			RowModel model = this.byUnknown.getOrDefault(rows.getKey(), this.table);
			if (counting.test(model)) {
				sum += rows.getValue() * figure.applyAsDouble(model);
				counted += rows.getValue();
			}
		}
		return (counted == 0) ? figure.applyAsDouble(this.table) : sum / counted;
	}

	/** Whether there may be rows of which nothing can be predicted. */
	boolean mayHoldNothing() {
		return this.countless || this.byUnknown.values().stream().anyMatch(RowModel::tellsNothing);
	}

	/** What to know of rows that are scored by models of their own, in words. */
	Optional<String> note() {
		long kinds = this.byUnknown.values().stream().filter((model) -> !model.tellsNothing()).count();
		return (kinds == 0) ? Optional.empty()
				: Optional
					.of("Rows with %d combination(s) of blank cells are more common here than among the training rows: "
						.formatted(kinds) + "as far as they are, nothing was read into the blanks.");
	}

	/** What scores a row. */
	RowModel of(ObjectRow row) {
		if (this.byUnknown.isEmpty() && !this.countless) {
			return this.table;
		}
		BitSet unknown = this.inputs.unknown(BlankPatterns.BlankTally.blank(row));
		boolean odd = this.countless && !this.counts.containsKey(unknown);
		return odd ? this.models.masked(unknown) : this.byUnknown.getOrDefault(unknown, this.table);
	}

	private static BitSet absent(BlankPatterns sent) {
		BitSet absent = new BitSet();
		absent.set(0, sent.columns().size());
		sent.patterns().forEach((pattern) -> absent.and(pattern.blank()));
		return absent;
	}

	/** Finds the rows whose blanks are more common than they were in training. */
	private void place(BitSet absent, int[] places) {
		if (this.counts.keySet().equals(Set.of(absent))) {
			// rows that are all alike are what the table is: a single one is, always
			return;
		}
		Map<BitSet, Double> shares = shares(places);
		List<Excess> excesses = this.counts.entrySet()
			.stream()
			.filter((entry) -> !entry.getKey().equals(absent))
			.map((entry) -> new Excess(entry.getKey(), entry.getValue(),
					shares.getOrDefault(entry.getKey(), 0.0) * this.rows))
			.filter(Excess::beyondChance)
			.sorted(Comparator.comparingDouble(Excess::rows).reversed())
			.toList();
		// of a large table a few odd rows are no sign of anything, many odd ones are
		double odd = excesses.stream().filter((excess) -> excess.rows() <= A_FEW).mapToDouble(Excess::rows).sum();
		boolean tolerant = this.rows >= LARGE && odd <= TOLERATED * this.rows;
		int fits = 0;
		for (Excess excess : excesses) {
			// a row of next to nothing is no odd one, but none to judge
			boolean empty = this.models.importanceKnown(excess.unknown()) < RowModel.LEAST;
			if (!tolerant || empty || excess.rows() > A_FEW) {
				boolean own = fits < MOST_FITS && excess.rows() >= WORTH_A_FIT * this.rows;
				fits += own ? 1 : 0;
				RowModel silent = own ? this.models.without(excess.unknown()) : this.models.masked(excess.unknown());
				this.byUnknown.put(excess.unknown(), new MixedRowModel(this.table, silent, excess.weight()));
			}
		}
	}

	/**
	 * How common each combination was among the training table's rows, had that lacked
	 * what this table lacks; of planets, others and undecided ones the highest share.
	 */
	private Map<BitSet, Double> shares(int[] places) {
		Map<BitSet, long[]> counts = new HashMap<>();
		for (BlankPatterns.Pattern pattern : this.trained.patterns()) {
			BitSet blank = absent();
			IntStream.range(0, places.length)
				.filter((i) -> places[i] >= 0 && pattern.blank().get(i))
				.forEach((i) -> blank.set(places[i]));
			long[] count = counts.computeIfAbsent(this.inputs.unknown(blank), (key) -> new long[pattern.rows().length]);
			for (int verdict = 0; verdict < count.length; verdict++) {
				count[verdict] += pattern.rows()[verdict];
			}
		}
		Map<BitSet, Double> shares = new HashMap<>();
		counts.forEach((unknown, count) -> shares.put(unknown, share(count)));
		return shares;
	}

	private double share(long[] counts) {
		double highest = 0;
		for (int verdict = 0; verdict < counts.length; verdict++) {
			long all = this.trained.rows()[verdict];
			highest = (all < ENOUGH) ? highest : Math.max(highest, counts[verdict] / (double) all);
		}
		return highest;
	}

	/** Where the columns that were counted in training are among those of a row. */
	private int[] places(List<String> columns) {
		return this.trained.columns().stream().mapToInt(columns::indexOf).toArray();
	}

	/**
	 * Rows with the same blanks.
	 *
	 * @param unknown the features that are not known of them
	 * @param rows how many there are
	 * @param expected how many there would be, were they as common as in training
	 */
	private record Excess(BitSet unknown, double rows, double expected) {

		boolean beyondChance() {
			return this.rows > this.expected + 2 * Math.sqrt(this.expected);
		}

		double weight() {
			return Math.min(1, this.expected / this.rows);
		}

	}

}
