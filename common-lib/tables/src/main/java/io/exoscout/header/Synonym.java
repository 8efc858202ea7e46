package io.exoscout.header;

/**
 * A name under which people keep a column of the archive.
 *
 * @param name the name
 * @param column the archive's column
 * @param unit what its values are in, where the name does not say; blank for the
 * archive's unit
 * @param own whether the name alone tells the mission
 * @param source who uses it
 * @param rank its place in the list; of two names for one column the earlier counts
 */
public record Synonym(String name, String column, String unit, boolean own, String source, int rank) {
}
