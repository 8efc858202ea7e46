package io.exoscout.predictor.rows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.exoscout.archive.ColumnRange;
import io.exoscout.archive.ColumnSpan;
import io.exoscout.archive.Mission;
import io.exoscout.archive.StarSource;
import io.exoscout.header.ColumnNames;

/**
 * What the columns of JSON rows are to a model. Whoever sends row after row sends the
 * same columns, so it is found out once ({@link ModelInputs#header}).
 *
 * @param names what they are called in the archive
 * @param changed whether a name or a cell is another than was sent
 * @param notes what the names were taken for, in words
 * @param columns all of them, by these names
 * @param match how they fit those that the model looks at
 * @param told the missions that some of them tell of
 * @param places where the model's columns stand among them, -1 where one does not
 * @param ranges what the model's columns may hold
 * @param object where the name of the object stands, or -1
 * @param stars tells the star of a row
 * @param sound which cells are in order by themselves
 * @param facts what else they say of an object
 */
record JsonHeader(ColumnNames names, boolean changed, List<String> notes, List<String> columns, ColumnMatch match,
		List<Mission> told, int[] places, ColumnRange[] ranges, int object, StarSource stars, SoundCells sound,
		FactPlaces facts) {

	/**
	 * Finds out.
	 * @param mission of the model
	 * @param wanted all that the model looks at
	 * @param measured how many of these are columns of numbers; they come first
	 * @param sent the columns as they were sent
	 */
	static JsonHeader of(Mission mission, List<String> wanted, int measured, List<String> sent) {
		ColumnNames names = ColumnNames.of(sent, mission);
		List<String> columns = names.columns();
		List<String> numbers = wanted.subList(0, measured);
		Stream<Mission> named = Arrays.stream(Mission.values())
			.filter((other) -> other != mission)
			.filter((other) -> sent.contains(other.objectColumn()) || sent.contains(other.labelColumn()));
		Optional<Mission> clear = ColumnNames.of(sent).mission();
		return new JsonHeader(names, names.changed(), names.notes(), columns, ColumnMatch.of(wanted, columns),
				Stream.concat(named, clear.stream()).toList(), numbers.stream().mapToInt(columns::indexOf).toArray(),
				numbers.stream().map((column) -> ColumnSpan.rangeOf(mission, column)).toArray(ColumnRange[]::new),
				columns.indexOf(mission.objectColumn()), new StarSource(mission, columns),
				SoundCells.of(mission, columns), FactPlaces.of(mission, columns));
	}

	/** The cells of a row by these names, out of the trimmed cells as sent. */
	List<String> cells(List<String> sent) {
		return this.changed ? this.names.row(sent) : sent;
	}

}
