package io.exoscout.stream.course;

/**
 * Metrics as they were.
 *
 * @param seq after which entry
 * @param metrics as JSON
 */
public record MetricPoint(long seq, String metrics) {
}
