package io.exoscout.jobs.result;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import io.exoscout.archive.Designation;
import io.exoscout.candidate.Candidate;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.web.CsvColumn;
import org.jspecify.annotations.Nullable;

/**
 * Which ranked objects somebody wants to see, in which order, and what of each.
 *
 * @param columns all that there are
 * @param shown the columns to show, in their usual order
 * @param order what they are sorted by, {@code null} for their rank
 * @param descending whether the largest comes first
 * @param text what the name of the object or star contains, in small letters and without
 * what people put between its parts; blank for any
 * @param minProbability how likely a planet they are at least, from 0 to 1
 */
record CandidateQuery(CandidateColumns columns, List<CsvColumn<Candidate>> shown, @Nullable CsvColumn<Candidate> order,
		boolean descending, String text, double minProbability) {

	/**
	 * Reads the parameters of a request.
	 * @param columns what there is
	 * @param fields names with commas between them
	 * @param sort a name, {@code -} before it for the largest first
	 * @param text a part of a name
	 * @param minProbability from 0 to 1
	 * @throws ProblemException {@code INVALID} (code {@code invalid_parameter}) for what
	 * there is not
	 */
	static CandidateQuery of(CandidateColumns columns, @Nullable String fields, @Nullable String sort,
			@Nullable String text, @Nullable Double minProbability) {
		boolean descending = sort != null && sort.startsWith("-");
		return new CandidateQuery(columns, shown(columns, fields), order(columns, sort, descending), descending,
				(text != null) ? Designation.plain(text) : "", checked(minProbability));
	}

	private static List<CsvColumn<Candidate>> shown(CandidateColumns columns, @Nullable String fields) {
		if (fields == null) {
			return columns.all();
		}
		List<String> wanted = Arrays.stream(fields.split(",", -1)).map(String::strip).toList();
		wanted.stream().filter((name) -> !columns.fields().contains(name)).findFirst().ifPresent((name) -> {
			throw ProblemException.invalidParameter("fields", "'%s' is nothing that these objects have; known are %s"
				.formatted(Quoted.shortened(name), String.join(", ", columns.fields())));
		});
		return columns.offered().stream().filter((column) -> wanted.contains(columns.field(column))).toList();
	}

	private static @Nullable CsvColumn<Candidate> order(CandidateColumns columns, @Nullable String sort,
			boolean descending) {
		if (sort == null) {
			return null;
		}
		String name = descending ? sort.substring(1) : sort;
		List<CsvColumn<Candidate>> sortable = columns.sortable();
		return sortable.stream()
			.filter((column) -> column.name().equals(name))
			.findFirst()
			.orElseThrow(() -> ProblemException.invalidParameter("sort",
					"sort is '%s'; accepted are %s, each with or without - before it".formatted(Quoted.shortened(sort),
							sortable.stream().map(CsvColumn::name).collect(Collectors.joining(", ")))));
	}

	private static double checked(@Nullable Double minProbability) {
		if (minProbability == null) {
			return 0;
		}
		if (!(minProbability >= 0 && minProbability <= 1)) {
			throw ProblemException.invalidParameter("min_probability",
					"min_probability is %s; accepted is 0 to 1".formatted(minProbability));
		}
		return minProbability;
	}

	/** What to show of each as JSON. */
	List<String> fields() {
		return this.shown.stream().map(this.columns::field).distinct().toList();
	}

	/** Whether all that is kept of each is to be shown. */
	boolean whole() {
		return this.columns.complete() && this.shown.equals(this.columns.all());
	}

	/** What people made of each object, as far as it is to be shown. */
	List<CsvColumn<Candidate>> own() {
		return this.shown.stream().filter(this.columns.own()::contains).toList();
	}

	/** Whether every candidate is wanted, by rank. */
	boolean unchanged() {
		return this.order == null && this.text.isEmpty() && this.minProbability == 0;
	}

	/** Whether a candidate is wanted. */
	boolean wants(Candidate candidate) {
		return candidate.probability() >= this.minProbability
				&& (this.text.isEmpty() || named(candidate.object()) || named(candidate.star()));
	}

	private boolean named(@Nullable String name) {
		return name != null && Designation.plain(name).contains(this.text);
	}

	/** Where a candidate stands in the order. */
	Spot spot(Candidate candidate) {
		Object key = (this.order != null) ? this.order.cell().apply(candidate) : null;
		return new Spot(candidate.rank(), (key instanceof Number number) ? number.doubleValue() : Double.NaN,
				(key instanceof String word) ? word : "");
	}

	/** Those without a value come last either way; equals by rank. */
	Comparator<Spot> comparator() {
		Comparator<Spot> byKey = Comparator.comparingDouble(Spot::number).thenComparing(Spot::word);
		return Comparator.comparing(Spot::blank)
			.thenComparing(this.descending ? byKey.reversed() : byKey)
			.thenComparingInt(Spot::rank);
	}

	/**
	 * What a candidate is sorted by.
	 *
	 * @param rank its place in the list
	 * @param number in its column, {@code NaN} if it is none
	 * @param word in its column, blank if it is none
	 */
	record Spot(int rank, double number, String word) {

		boolean blank() {
			return Double.isNaN(this.number) && this.word.isEmpty();
		}

	}

}
