package io.exoscout.study.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.exoscout.learning.Learner;
import io.exoscout.study.Figure;
import io.exoscout.study.MarkdownTable;
import io.exoscout.study.Study;

/**
 * One of our learners and its peer.
 *
 * @param ours our learner
 * @param theirs its peer
 * @param wanted how much of the peer's time ours may take, for a person
 */
record Comparison(Measured ours, Measured theirs, String wanted) {

	private static final List<Figure> FIGURES = List.of(Figure.ROC_AUC, Figure.ACCURACY, Figure.AVERAGE_PRECISION,
			Figure.BRIER, Figure.CALIBRATION_ERROR, Figure.RECALL_AT_99);

	/**
	 * Both in turn, and whoever comes first comes second in the next round: what the
	 * machine does besides should hit both alike.
	 */
	void round(int round, int folds, int threads, boolean counts) throws IOException {
		List<Measured> order = (round % 2 == 0) ? List.of(this.ours, this.theirs) : List.of(this.theirs, this.ours);
		for (Measured contender : order) {
			contender.round(round % folds, threads, round, counts);
		}
	}

	/** A table for comparisons of so many folds and threads. */
	static MarkdownTable table(int folds, int threads) {
		List<String> header = new ArrayList<>(List.of("Learner"));
		FIGURES.forEach((figure) -> header.add(figure.title()));
		header.add("One fit, one thread");
		header.add("%d fits, %d threads".formatted(folds, threads));
		header.add("Wanted");
		return new MarkdownTable(header);
	}

	/** Writes how it went, in two rows. */
	void addTo(MarkdownTable table) {
		String ratio = ", %.2f × theirs";
		add(table, this.ours, Study.text(ratio, this.ours.one() / this.theirs.one()),
				Study.text(ratio, this.ours.all() / this.theirs.all()), this.wanted);
		add(table, this.theirs, "", "", MarkdownTable.NOTHING);
	}

	private static void add(MarkdownTable table, Measured contender, String one, String all, String wanted) {
		List<String> cells = new ArrayList<>(List.of(contender.name()));
		FIGURES.forEach((figure) -> cells.add(figure.text(contender.mean(figure))));
		cells.add(Study.text("%.2f s", contender.one()) + one);
		cells.add(Study.text("%.2f s", contender.all()) + all);
		cells.add(wanted);
		table.row(cells);
	}

}
