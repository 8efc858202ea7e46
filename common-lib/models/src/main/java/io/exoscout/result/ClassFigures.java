package io.exoscout.result;

/**
 * Figures of one class, or of several together, by the rules of scikit-learn: a figure
 * whose denominator is zero counts as zero.
 *
 * @param precision share of those called so that are, 0 to 1
 * @param recall share of those that are that are called so, 0 to 1
 * @param f1Score harmonic mean of the two, 0 to 1
 * @param support how many are, in rows
 */
public record ClassFigures(double precision, double recall, double f1Score,
		int support) implements ClassificationReport.ReportLine {
}
