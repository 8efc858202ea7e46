package io.exoscout.header;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.exoscout.archive.ArchiveColumn;
import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.ColumnRole;
import io.exoscout.archive.Mission;
import io.exoscout.body.TableLimits;
import io.exoscout.header.HeaderName.Bound;
import io.exoscout.problem.Quoted;

/**
 * Finds columns that nobody knows, but that are called nearly what one of those is called
 * that matter most and are not there. They are not taken for it, since that would be a
 * guess; the reader is told.
 */
public final class NearNames {

	/** A shorter name inside another says nothing. */
	private static final int TELLING = 5;

	private NearNames() {
	}

	/**
	 * What the reader should know of such columns.
	 * @param mission whose table it is
	 * @param columns its header, by the archive's names
	 */
	public static List<String> notes(Mission mission, List<String> columns) {
		List<String> unknown = columns.stream()
			.filter((column) -> column.length() <= TableLimits.MAX_NAME)
			.filter((column) -> ArchiveColumns.role(mission, column) == ColumnRole.UNKNOWN)
			.filter((column) -> HeaderName.of(column).bound() == Bound.NONE)
			.toList();
		return ArchiveColumns.core(mission)
			.stream()
			.filter((core) -> !columns.contains(core))
			.flatMap((core) -> note(mission, core, unknown))
			.toList();
	}

	private static Stream<String> note(Mission mission, String core, List<String> unknown) {
		ArchiveColumn column = ArchiveColumns.of(mission, core);
		Set<String> keys = Stream
			.concat(Stream.of(core, column.meaning()),
					Synonyms.of(mission)
						.declared()
						.stream()
						.filter((synonym) -> synonym.column().equals(core))
						.map(Synonym::name))
			.flatMap((name) -> HeaderName.keys(name).stream())
			.filter((key) -> key.length() >= TELLING)
			.collect(Collectors.toSet());
		List<String> near = unknown.stream()
			.filter((name) -> HeaderName.keys(name).stream().anyMatch((key) -> near(key, keys)))
			.map(Quoted::of)
			.toList();
		return near.isEmpty() ? Stream.empty()
				: Stream.of("Column " + core + " (" + column.meaning()
						+ "), one of those that matter most, is not there; "
						+ String.join(", ", near.subList(0, Math.min(3, near.size())))
						+ " is called nearly so and was not taken for it. If it is the same, call it " + core + ".");
	}

	private static boolean near(String name, Set<String> keys) {
		return keys.stream().anyMatch((key) -> name.contains(key) || oneApart(name, key));
	}

	/**
	 * Whether one letter more, less or other makes one of the other, or two change
	 * places.
	 */
	private static boolean oneApart(String one, String other) {
		int start = 0;
		int shorter = Math.min(one.length(), other.length());
		while (start < shorter && one.charAt(start) == other.charAt(start)) {
			start++;
		}
		int end = 0;
		while (end < shorter - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
			end++;
		}
		int left = one.length() - start - end;
		int right = other.length() - start - end;
		boolean swapped = left == 2 && right == 2 && one.charAt(start) == other.charAt(start + 1)
				&& one.charAt(start + 1) == other.charAt(start);
		return (left <= 1 && right <= 1) || swapped;
	}

}
