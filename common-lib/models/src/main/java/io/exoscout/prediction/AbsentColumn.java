package io.exoscout.prediction;

/**
 * A column that a model looks at and a table lacks, wholly or in all of its rows.
 *
 * @param column its name
 * @param importance share of the model's importance that lies in features which need it
 */
public record AbsentColumn(String column, double importance) {
}
