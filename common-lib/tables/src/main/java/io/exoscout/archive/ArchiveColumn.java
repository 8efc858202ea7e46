package io.exoscout.archive;

/**
 * A column of an archive table, as the catalogue declares it.
 *
 * @param name its name; {@code *} stands for any characters
 * @param role what it may be used for
 * @param core whether a prediction without it makes no sense
 * @param unit the unit of its values, blank where there is none
 * @param meaning what it holds, in words
 * @param reason why it has its role, where that is not plain; may be blank
 */
public record ArchiveColumn(String name, ColumnRole role, boolean core, String unit, String meaning, String reason) {
}
