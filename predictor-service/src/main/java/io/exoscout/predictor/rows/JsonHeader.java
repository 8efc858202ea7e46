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
 * @param columns all of them, by these names
 * @param told the missions that some of them tell of
 * @param places where the model's columns stand among them, -1 where one does not
 * @param ranges what the model's columns may hold
 * @param object where the name of the object stands, or -1
 * @param stars tells the star of a row
 */
record JsonHeader(ColumnNames names, List<String> columns, List<Mission> told, int[] places, ColumnRange[] ranges,
		int object, StarSource stars) {

	/**
	 * Finds out.
	 * @param mission of the model
	 * @param wanted the columns that the model looks at
	 * @param sent the columns as they were sent
	 */
	static JsonHeader of(Mission mission, List<String> wanted, List<String> sent) {
		ColumnNames names = ColumnNames.of(sent, mission);
		List<String> columns = names.columns();
		Stream<Mission> named = Arrays.stream(Mission.values())
			.filter((other) -> other != mission)
			.filter((other) -> sent.contains(other.objectColumn()) || sent.contains(other.labelColumn()));
		Optional<Mission> clear = ColumnNames.of(sent).mission();
		return new JsonHeader(names, columns, Stream.concat(named, clear.stream()).toList(),
				wanted.stream().mapToInt(columns::indexOf).toArray(),
				wanted.stream().map((column) -> ColumnSpan.rangeOf(mission, column)).toArray(ColumnRange[]::new),
				columns.indexOf(mission.objectColumn()), new StarSource(mission, columns));
	}

}
