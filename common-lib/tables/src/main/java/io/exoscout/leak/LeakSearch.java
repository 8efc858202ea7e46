package io.exoscout.leak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.exoscout.archive.NameHash;
import io.exoscout.archive.StarName;
import io.exoscout.archive.Verdict;
import io.exoscout.csv.CellCode;
import io.exoscout.leak.LeakAudit.AuditedColumn;

/** Measures columns one by one, then the blanks of all columns in use together. */
public final class LeakSearch {

	/** Columns shown, unless more are flagged. */
	private static final int SHOWN = 20;

	private static final Comparator<MeasuredColumn> STRONGEST_FIRST = Comparator
		.comparingDouble((MeasuredColumn figures) -> -Math.max(figures.rocAuc(), figures.missingRocAuc()))
		.thenComparing(MeasuredColumn::column);

	private static final Comparator<MeasuredColumn> MOST_TELLING_BLANKS_FIRST = Comparator
		.comparingDouble((MeasuredColumn figures) -> -figures.missingRocAuc())
		.thenComparing(MeasuredColumn::column);

	private final DecidedObjects objects;

	/** What was found against the flagged columns. */
	private final Map<String, String> findings = new HashMap<>();

	private LeakSearch(DecidedObjects objects) {
		this.objects = objects;
	}

	private record MeasuredColumn(String column, float[] values, double rocAuc, double missingRocAuc) {
	}

	/**
	 * Audits the columns a model is to learn from.
	 * @param columns their names
	 * @param values {@code values[column][object]}, {@code NaN} where blank
	 * @param verdicts what each object is; undecided ones are passed over
	 * @param stars who is of one star ({@link StarName})
	 * @return what was found, which does not depend on the order of the objects
	 */
	public static LeakAudit of(List<String> columns, float[][] values, Verdict[] verdicts, String[] stars) {
		StarSample<Integer> sample = new StarSample<>(LeakAudit.MAX_OBJECTS);
		for (int i = 0; i < stars.length; i++) {
			if (verdicts[i] != Verdict.UNDECIDED) {
				sample.add(stars[i], i);
			}
		}
		int[] rows = sample.rows().stream().mapToInt(Integer::intValue).toArray();
		boolean[] planets = new boolean[rows.length];
		String[] names = new String[rows.length];
		float[][] chosen = new float[columns.size()][rows.length];
		for (int i = 0; i < rows.length; i++) {
			planets[i] = verdicts[rows[i]] == Verdict.PLANET;
			names[i] = stars[rows[i]];
			for (int column = 0; column < chosen.length; column++) {
				chosen[column][i] = values[column][rows[i]];
			}
		}
		return of(columns, chosen, DecidedObjects.of(planets, names), columns);
	}

	/**
	 * Audits columns.
	 * @param columns their names
	 * @param values {@code values[column][object]}, as {@link CellCode} has them
	 * @param objects the objects
	 * @param used the columns a model would learn from
	 */
	static LeakAudit of(List<String> columns, float[][] values, DecidedObjects objects, Collection<String> used) {
		if (!objects.suffice()) {
			return LeakAudit.ofTooFew(objects.size());
		}
		LeakSearch search = new LeakSearch(objects);
		List<MeasuredColumn> measured = new ArrayList<>();
		for (int column = 0; column < values.length; column++) {
			measured.add(search.measure(columns.get(column), values[column]));
		}
		double blanks = search.blanksTogether(measured, Set.copyOf(used));
		return search.verdict(measured, blanks);
	}

	private MeasuredColumn measure(String column, float[] values) {
		double rocAuc = this.objects.rocAuc(ColumnBins.of(values));
		double missing = this.objects.rocAuc(ColumnBins.blanks(values));
		if (this.objects.exceeds(rocAuc, LeakAudit.ROC_AUC)) {
			this.findings.put(column, "this column alone reaches ROC-AUC %s out of fold, above %s"
				.formatted(shown(rocAuc), shown(LeakAudit.ROC_AUC)));
		}
		else if (this.objects.exceeds(missing, LeakAudit.MISSING_ROC_AUC)) {
			this.findings.put(column, "which of its cells are blank reaches ROC-AUC %s out of fold, above %s"
				.formatted(shown(missing), shown(LeakAudit.MISSING_ROC_AUC)));
		}
		return new MeasuredColumn(column, values, rocAuc, missing);
	}

	/**
	 * Takes columns away, those with the most telling blanks first, until the blanks of
	 * the others together say little enough.
	 */
	private double blanksTogether(List<MeasuredColumn> measured, Set<String> used) {
		List<MeasuredColumn> left = new ArrayList<>(measured.stream()
			.filter((figures) -> used.contains(figures.column()) && !this.findings.containsKey(figures.column()))
			.sorted(MOST_TELLING_BLANKS_FIRST)
			.toList());
		long[] patterns = new long[this.objects.size()];
		left.forEach((figures) -> toggle(patterns, figures));
		double all = this.objects.rocAuc(ColumnBins.frequent(patterns));
		double blanks = all;
		boolean telling = this.objects.exceeds(all, LeakAudit.MISSING_ROC_AUC);
		while (telling && blanks > LeakAudit.MISSING_ROC_AUC) {
			MeasuredColumn first = left.remove(0);
			toggle(patterns, first);
			this.findings.put(first.column(),
					"the blank cells of all columns together reach ROC-AUC %s out of fold, above %s; its own reach %s"
						.formatted(shown(all), shown(LeakAudit.MISSING_ROC_AUC), shown(first.missingRocAuc())));
			blanks = this.objects.rocAuc(ColumnBins.frequent(patterns));
		}
		return blanks;
	}

	/** Puts a column's blanks into the objects' patterns, or takes them out again. */
	private static void toggle(long[] patterns, MeasuredColumn figures) {
		long key = NameHash.of(figures.column());
		for (int i = 0; i < patterns.length; i++) {
			patterns[i] ^= Float.isNaN(figures.values()[i]) ? key : 0;
		}
	}

	private LeakAudit verdict(List<MeasuredColumn> measured, double blanks) {
		List<String> flagged = measured.stream()
			.map(MeasuredColumn::column)
			.filter(this.findings::containsKey)
			.toList();
		List<AuditedColumn> columns = measured.stream()
			.sorted(Comparator.comparing((MeasuredColumn figures) -> !this.findings.containsKey(figures.column()))
				.thenComparing(STRONGEST_FIRST))
			.limit(Math.max(SHOWN, flagged.size()))
			.map(this::audited)
			.toList();
		return new LeakAudit(LeakAudit.ROC_AUC, LeakAudit.MISSING_ROC_AUC, this.objects.size(), flagged, columns,
				rounded(blanks));
	}

	private AuditedColumn audited(MeasuredColumn figures) {
		String finding = this.findings.getOrDefault(figures.column(), "");
		return new AuditedColumn(figures.column(), rounded(figures.rocAuc()), rounded(figures.missingRocAuc()),
				!finding.isEmpty(), finding);
	}

	private static double rounded(double figure) {
		return Math.round(figure * 1e4) / 1e4;
	}

	private static String shown(double figure) {
		return String.format(Locale.ROOT, "%.3f", figure);
	}

}
