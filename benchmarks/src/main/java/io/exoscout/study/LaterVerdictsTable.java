package io.exoscout.study;

import java.util.List;
import java.util.OptionalDouble;

import io.exoscout.fitting.RankingQuality;
import io.exoscout.trainer.evaluation.Interval;
import io.exoscout.trainer.evaluation.StarBootstrap;
import io.exoscout.trainer.ranking.PriorShift;

/** Rankings of the same objects, judged by the same verdicts. */
final class LaterVerdictsTable {

	private static final List<String> HEADER = List.of("Ranked by", "ROC-AUC (95 % by star)", "Average precision",
			"Precision at 100", "at 200", "Recall at 99 % precision", "Calibration error",
			"corrected over all undecided", "corrected over the judged");

	private final MarkdownTable table = new MarkdownTable(HEADER);

	/**
	 * Adds what a model says; the estimated share of planets is {@code NaN} where it is
	 * not known.
	 */
	void model(String name, LaterVerdicts judged, double estimated, double... trained) {
		PriorShift shift = judged.shift(trained);
		RankingQuality figures = judged.byProbability();
		String corrected = judged.byCorrected()
			.map((ranking) -> calibration(ranking, estimated))
			.orElse(MarkdownTable.NOTHING);
		row(name, judged, figures, Study.text("%.3f", figures.calibrationError()), corrected,
				calibration(judged.byShifted(shift), shift.estimated()[1]));
	}

	/** Adds the archive's own scores, where there are any; they are no probabilities. */
	void archive(LaterVerdicts judged) {
		judged.byArchive()
			.ifPresent((figures) -> row("the archive's own score", judged, figures, MarkdownTable.NOTHING,
					MarkdownTable.NOTHING, MarkdownTable.NOTHING));
	}

	/** Adds what is wanted of the tables that this is about by default. */
	void wanted() {
		this.table.row(List.of("wanted", "≥ 0.965", MarkdownTable.NOTHING, "1.00", "≥ 0.99", MarkdownTable.NOTHING,
				MarkdownTable.NOTHING, "≤ 0.05", "≤ 0.05"));
	}

	@Override
	public String toString() {
		return this.table.toString();
	}

	private void row(String name, LaterVerdicts judged, RankingQuality figures, String plain, String corrected,
			String shifted) {
		this.table.row(List.of(name, rocAuc(judged, figures), text(figures.averagePrecision()),
				text(figures.precisionAt(100)), text(figures.precisionAt(200)), text(figures.recallAtPrecision(0.99)),
				plain, corrected, shifted));
	}

	private static String rocAuc(LaterVerdicts judged, RankingQuality figures) {
		double[] drawn = new StarBootstrap(judged.stars(), Study.SEED)
			.draw((weights) -> figures.weighted(weights).rocAuc())
			.stream()
			.flatMapToDouble(OptionalDouble::stream)
			.toArray();
		if (drawn.length == 0) {
			return MarkdownTable.NOTHING;
		}
		Interval interval = Interval.of(drawn);
		return text(figures.rocAuc()) + Study.text(" (%.3f–%.3f)", interval.lower(), interval.upper());
	}

	private static String calibration(RankingQuality figures, double share) {
		return Study.text("%.3f (%.0f %% planets)", figures.calibrationError(), 100 * share);
	}

	private static String text(OptionalDouble figure) {
		return figure.isPresent() ? Study.text("%.3f", figure.getAsDouble()) : MarkdownTable.NOTHING;
	}

}
