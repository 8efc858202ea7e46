package io.exoscout.result;

import java.util.List;

/**
 * What rows were taken for.
 *
 * @param labels the classes, in the order of lines and columns
 * @param matrix a line per true class, a column per predicted one; rows counted
 */
public record ConfusionMatrix(List<String> labels, List<List<Integer>> matrix) {
}
