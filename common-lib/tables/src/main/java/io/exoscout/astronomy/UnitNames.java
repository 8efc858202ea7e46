package io.exoscout.astronomy;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.exoscout.archive.ArchiveColumn;
import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.Mission;
import io.exoscout.header.Units;
import org.jspecify.annotations.Nullable;

/**
 * The unit that a form of table gives apart from a column's name, brought into the name
 * as people write it into the header of a CSV file, so that it is understood by the same
 * rules. An archive's own column keeps its name unless the unit is another of its kind.
 */
final class UnitNames {

	private UnitNames() {
	}

	/**
	 * The name that says the unit.
	 * @param name of the column
	 * @param unit as the table declares it; may be blank
	 */
	static String of(String name, @Nullable String unit) {
		String plain = name.strip();
		if (unit == null || unit.isBlank() || !Units.known(unit)) {
			return plain;
		}
		List<ArchiveColumn> own = Stream.of(Mission.values())
			.map((mission) -> ArchiveColumns.exact(mission, plain))
			.filter(Objects::nonNull)
			.toList();
		boolean other = own.isEmpty() || (own.stream().anyMatch((column) -> Units.converts(column, unit))
				&& own.stream().noneMatch((column) -> Units.same(column, unit)));
		return other ? plain + " [" + unit.strip() + "]" : plain;
	}

}
