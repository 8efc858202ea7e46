package io.exoscout.catalog.confirmed;

import java.util.List;
import java.util.Map;

import io.exoscout.problem.InputError;

/**
 * A row of the table.
 *
 * @param line of the file, from 1
 * @param name of the planet; blank where there is none
 * @param values what is kept of it by column, without what is blank; empty where
 * something is wrong
 * @param problems what keeps it from being taken, with line and column
 */
public record ConfirmedRow(long line, String name, Map<String, Object> values, List<InputError> problems) {
}
