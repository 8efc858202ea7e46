package io.exoscout.folding;

/**
 * What a model makes of one input.
 *
 * @param input its name, or {@code intercept}
 * @param weight by what the log-odds change with one standard deviation of it
 */
public record InputWeight(String input, double weight) {
}
