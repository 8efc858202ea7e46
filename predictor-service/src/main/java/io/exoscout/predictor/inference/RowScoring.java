package io.exoscout.predictor.inference;

import java.io.IOException;

import io.exoscout.explanation.WantedExplanation;
import io.exoscout.predictor.rows.RowSource;
import io.exoscout.predictor.scoring.Scoring;
import io.exoscout.predictor.shelf.FoundModel;

/** Scores rows as they are scored wherever they come from. */
public interface RowScoring {

	/**
	 * Scores rows; refuses before anything is written.
	 * @param model what to score with
	 * @param rows what to score
	 * @param explain how to explain
	 * @param opening where predictions go
	 * @throws IOException when they can not be written
	 */
	void score(FoundModel model, RowSource rows, WantedExplanation explain, Scoring.Opening opening) throws IOException;

}
