package io.exoscout.csv;

/**
 * One data row of a table.
 *
 * @param row 1-based number of the data row; blank lines do not count
 * @param line 1-based line of the file on which it begins, counting the comment lines
 * before the header
 * @param cells its cells, trimmed, as many as there are columns
 */
public record CsvRow(long row, long line, CsvCells cells) {
}
