package io.exoscout.prediction;

/**
 * From which probability on rows are selected, so that of those selected as many are of a
 * class as was asked for: the lowest threshold of the precision-recall curve of the job
 * that trained the model, out of fold.
 *
 * @param className the class that is selected
 * @param wanted the precision that was asked for, 0 to 1
 * @param threshold rows whose probability of the class is at least this are selected
 * @param precision the share of rows so selected that were of the class, 0 to 1
 * @param recall the share of the class that was so selected, 0 to 1; as much is to be
 * expected of rows like those of the training table
 */
public record Selection(String className, double wanted, double threshold, double precision, double recall) {
}
