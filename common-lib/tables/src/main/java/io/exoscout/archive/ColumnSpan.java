package io.exoscout.archive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.exoscout.csv.Resources;

/**
 * What a column of measurements holds in the archive's unit ({@code spans.csv}).
 *
 * @param column its name, which means the same in every mission's table
 * @param range what one value can be, or empty where its unit says it all
 * @param median what the median of many can be
 */
public record ColumnSpan(String column, Optional<ColumnRange> range, ColumnRange median) {

	private static final Map<String, ColumnSpan> BY_COLUMN = Resources.rows(ColumnSpan.class, "spans.csv")
		.stream()
		.map(ColumnSpan::read)
		.collect(Collectors.toMap(ColumnSpan::column, Function.identity()));

	/** The span of a column, if one is declared. */
	public static Optional<ColumnSpan> of(String column) {
		return Optional.ofNullable(BY_COLUMN.get(column));
	}

	/** What a value of a column can be; of one that is no measurement, anything. */
	public static ColumnRange rangeOf(ArchiveColumn column) {
		return (column.role() == ColumnRole.FEATURE)
				? of(column.name()).flatMap(ColumnSpan::range).orElseGet(() -> ColumnRange.ofUnit(column.unit()))
				: ColumnRange.ANY;
	}

	/** The same of a column of a mission's table. */
	public static ColumnRange rangeOf(Mission mission, String column) {
		return rangeOf(ArchiveColumns.of(mission, column));
	}

	private static ColumnSpan read(List<String> cells) {
		return new ColumnSpan(cells.get(0),
				cells.get(1).isEmpty() ? Optional.empty() : Optional.of(ColumnRange.read(cells.subList(1, 3))),
				ColumnRange.read(cells.subList(3, 5)));
	}

}
