package io.exoscout.header;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.exoscout.archive.ArchiveColumn;
import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.Mission;
import io.exoscout.body.TableLimits;
import io.exoscout.header.HeaderName.Bound;
import org.jspecify.annotations.Nullable;

/**
 * Which of a mission's columns a name of a header may stand for: by itself, or with a
 * unit and a word for an uncertainty in it.
 *
 * @param mission whose columns they are
 * @param notes hears of units that do not fit
 */
record NameReadings(Mission mission, ColumnNotes notes) {

	/** All that a name may stand for; nothing for one that is blank or too long. */
	List<NamedColumn> of(int position, String name) {
		if (name.isEmpty() || name.length() > TableLimits.MAX_NAME) {
			return List.of();
		}
		ArchiveColumn exact = ArchiveColumns.exact(this.mission, name);
		if (exact != null) {
			return List.of(new NamedColumn(position, name, name, null, Bound.NONE, 0, true));
		}
		HeaderName parts = HeaderName.of(name);
		List<NamedColumn> found = new ArrayList<>(
				find(position, new HeaderName(List.of(), null, Bound.NONE), HeaderName.keys(name)));
		List<HeaderName> readings = new ArrayList<>(List.of(parts));
		readings.addAll(parts.unitLast());
		for (HeaderName reading : readings) {
			if (found.isEmpty()) {
				found.addAll(find(position, reading, reading.keys()));
			}
		}
		return found;
	}

	private List<NamedColumn> find(int position, HeaderName reading, List<String> keys) {
		List<NamedColumn> found = new ArrayList<>();
		for (String key : keys) {
			for (Synonym synonym : Synonyms.of(this.mission).of(key)) {
				NamedColumn column = column(position, reading, synonym);
				if (column != null) {
					found.add(column);
				}
			}
		}
		return found;
	}

	private @Nullable NamedColumn column(int position, HeaderName reading, Synonym synonym) {
		ArchiveColumn value = ArchiveColumns.of(this.mission, synonym.column());
		String column = switch (reading.bound()) {
			case NONE -> value.name();
			case UPPER, BOTH -> bound(value.name(), "err1", "err");
			case LOWER -> lower(value.name());
		};
		String unit = (reading.unit() != null) ? reading.unit() : synonym.unit();
		UnitChange change = unit.isEmpty() ? null : Units.change(value, unit);
		boolean unfit = !unit.isEmpty() && change == null && (value.role().measured() || !value.unit().isEmpty());
		if (column == null || unfit) {
			if (unfit) {
				this.notes.unfit(position, unit, value);
			}
			return null;
		}
		return new NamedColumn(position, column, value.name(), change, reading.bound(), synonym.rank(), false);
	}

	/** The column of the lower uncertainties of a value, if there is one. */
	@Nullable String lower(String value) {
		return bound(value, "err2");
	}

	private @Nullable String bound(String value, String... ends) {
		return Arrays.stream(ends)
			.flatMap((end) -> Stream.of(value + "_" + end, value + end))
			.filter((name) -> ArchiveColumns.exact(this.mission, name) != null)
			.findFirst()
			.orElse(null);
	}

}
