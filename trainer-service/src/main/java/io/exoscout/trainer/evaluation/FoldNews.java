package io.exoscout.trainer.evaluation;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

import io.exoscout.fitting.Folds;
import io.exoscout.fitting.OutOfFold;
import io.exoscout.result.ByFigure;
import io.exoscout.telemetry.FinishedFold;
import io.exoscout.worker.WorkWatch;

/**
 * What is heard of the folds while they are fitted side by side. The fits leave it here,
 * and the thread that keeps an eye on them passes it on: a round at each look.
 */
final class FoldNews {

	private final List<FoldRounds> rounds;

	private final Queue<FinishedFold> finished = new ConcurrentLinkedQueue<>();

	private int next;

	FoldNews(Folds folds, int rounds) {
		this.rounds = IntStream.range(0, folds.count())
			.mapToObj((fold) -> new FoldRounds(fold, folds.count(), rounds, folds.tested(fold)))
			.toList();
	}

	FoldRounds of(int fold) {
		return this.rounds.get(fold);
	}

	/** A fold's model has scored the rows it had not seen. */
	void finished(int fold, OutOfFold said, double seconds) {
		this.finished.add(new FinishedFold(fold + 1, this.rounds.size(), said.size(), seconds,
				ByFigure.of(new PredictionFigures(said).all())));
	}

	/** Passes on what there is; the folds take turns. */
	void tell(WorkWatch watch) {
		for (int i = 0; i < this.rounds.size(); i++) {
			this.next = (this.next + 1) % this.rounds.size();
			if (of(this.next).tell(watch)) {
				break;
			}
		}
		for (FinishedFold fold = this.finished.poll(); fold != null; fold = this.finished.poll()) {
			watch.fold(fold);
		}
	}

}
