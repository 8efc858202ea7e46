package io.exoscout.trainer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

import io.exoscout.candidate.Candidate;
import io.exoscout.objects.FactColumns;
import io.exoscout.objects.ObjectFacts;
import io.exoscout.objects.ObjectRow;
import io.exoscout.objects.ObjectTable;

/** What a table says of its objects besides what a model looks at. */
final class TableFacts {

	private final ObjectTable table;

	private final FactColumns columns;

	/** The places of objects by their rows, both in one number. */
	private final long[] places;

	private TableFacts(ObjectTable table) {
		this.table = table;
		this.columns = new FactColumns(table.mission(), List.of());
		this.places = new long[table.size()];
		for (int place = 0; place < this.places.length; place++) {
			this.places[place] = table.rows()[place] << Integer.SIZE | place;
		}
		Arrays.sort(this.places);
	}

	/**
	 * The facts of a table.
	 * @param table a table that was read for {@link FactColumns#columns()} and more
	 */
	static TableFacts of(ObjectTable table) {
		return new TableFacts(only(table, FactColumns.of(table.mission())));
	}

	/** The same objects with some of the columns. */
	static ObjectTable only(ObjectTable table, List<String> columns) {
		float[][] values = columns.stream()
			.map((column) -> table.values()[table.columns().indexOf(column)])
			.toArray(float[][]::new);
		return new ObjectTable(table.mission(), table.rows(), table.objects(), table.stars(), table.labels(), columns,
				values, table.archiveScores());
	}

	/** The same candidates, each with what the table says of it. */
	Iterable<Candidate> with(Iterable<Candidate> candidates) {
		return () -> StreamSupport.stream(candidates.spliterator(), false)
			.map((candidate) -> candidate.with(of(candidate.row())))
			.iterator();
	}

	/** Of the object in a row, 1-based. */
	private ObjectFacts of(long row) {
		int found = Arrays.binarySearch(this.places, row << Integer.SIZE);
		// places are behind the row alone, but for the first one
		long place = this.places[(found < 0) ? -found - 1 : found];
		ObjectRow object = this.table.row((int) place);
		return this.columns.facts(object);
	}

}
