package io.exoscout.objects;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

import io.exoscout.archive.ColumnRange;
import io.exoscout.archive.ColumnSpan;
import io.exoscout.archive.Designation;
import io.exoscout.archive.Mission;
import io.exoscout.archive.OwnColumns;
import io.exoscout.archive.StarSource;
import io.exoscout.body.TableLimits;
import io.exoscout.csv.CsvRow;
import io.exoscout.csv.CsvTable;
import io.exoscout.csv.Numbers;
import io.exoscout.header.SchemaDetector;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A table as a model sees it, one object after the other. Kepler and TESS tables have one
 * row per object and stream; a K2 table is read to its end first, because the rows of one
 * planet may stand anywhere ({@link MergedObjects}).
 */
public final class ObjectReader implements Closeable {

	private final CsvTable table;

	private final TableLimits limits;

	private final int object;

	private final Mission mission;

	private final StarSource stars;

	private final int label;

	private final int defaultFlag;

	private final int[] features;

	/** Of each feature; what lies outside is a slip, and as good as blank. */
	private final ColumnRange[] ranges;

	private final List<String> missing;

	private final boolean merging;

	private @Nullable Iterator<ObjectRow> merged;

	private long notFinite;

	private ObjectReader(CsvTable table, Mission mission, List<String> features, TableLimits limits) {
		this.table = table;
		this.limits = limits;
		this.object = table.column(mission.objectColumn());
		this.mission = mission;
		this.stars = new StarSource(mission, table.columns());
		this.label = table.column(mission.labelColumn());
		this.defaultFlag = table.column(OwnColumns.DEFAULT_FLAG);
		this.features = features.stream().mapToInt(table::column).toArray();
		this.ranges = features.stream().map((name) -> ColumnSpan.rangeOf(mission, name)).toArray(ColumnRange[]::new);
		this.missing = features.stream().filter((feature) -> table.column(feature) < 0).toList();
		this.merging = mission.mergesRows();
	}

	/**
	 * Opens a table as it was sent or stored.
	 * @param raw its bytes; closed with the reader
	 * @param mission whose table it is; see {@link SchemaDetector}
	 * @param features the columns to read as numbers; those the table lacks are
	 * {@code NaN} in every row
	 * @param limits how large it may be
	 * @return the reader, standing before the first object
	 * @throws ProblemException when the header is no proper header
	 */
	public static ObjectReader open(InputStream raw, Mission mission, List<String> features, TableLimits limits) {
		return of(CsvTable.open(raw, limits), mission, features, limits);
	}

	public static ObjectReader of(CsvTable table, Mission mission, List<String> features, TableLimits limits) {
		return new ObjectReader(table, mission, features, limits);
	}

	/** The columns of the table's header. */
	public List<String> columns() {
		return this.table.columns();
	}

	/** The asked-for columns that the table lacks. */
	public List<String> missing() {
		return this.missing;
	}

	/**
	 * Filled cells of asked-for columns, so far, that hold no finite number and were
	 * taken as missing.
	 */
	public long notFinite() {
		return this.notFinite;
	}

	/** The next object, or {@code null} at the end. */
	public @Nullable ObjectRow next() {
		if (this.merging) {
			if (this.merged == null) {
				this.merged = merge();
			}
			return this.merged.hasNext() ? this.merged.next() : null;
		}
		CsvRow row = this.table.next();
		return (row != null) ? object(row) : null;
	}

	@Override
	public void close() throws IOException {
		this.table.close();
	}

	private Iterator<ObjectRow> merge() {
		MergedObjects objects = new MergedObjects(this.limits, this.features.length);
		for (CsvRow row = this.table.next(); row != null; row = this.table.next()) {
			objects.add(object(row), isDefault(row));
		}
		return objects.objects().iterator();
	}

	/** One row as an object of its own. */
	public ObjectRow object(CsvRow row) {
		String object = Designation.object(this.mission, name(row, this.object));
		return new ObjectRow(row.row(), object, this.stars.of(row.cells(), object), label(row), values(row));
	}

	/** The asked-for columns of one row. */
	public float[] values(CsvRow row) {
		float[] values = new float[this.features.length];
		for (int i = 0; i < values.length; i++) {
			int column = this.features[i];
			float value = (column < 0) ? Float.NaN : row.cells().number(column);
			if (Float.isNaN(value)) {
				this.notFinite += (column < 0 || row.cells().length(column) == 0) ? 0 : 1;
			}
			values[i] = this.ranges[i].possible(value);
		}
		return values;
	}

	/** The label in the mission's word, or as it is where it is none. */
	private String label(CsvRow row) {
		String label = name(row, this.label);
		return this.mission.word(label).orElse(label);
	}

	/** A name goes into answers and stays in memory, so it has to be a short one. */
	private String name(CsvRow row, int column) {
		String name = text(row, column);
		if (name.length() > TableLimits.MAX_NAME) {
			throw new ProblemException(ErrorCode.NAME_TOO_LONG,
					"Line " + row.line() + " has " + name.length() + " characters in column " + columns().get(column)
							+ "; at most " + TableLimits.MAX_NAME + " are accepted.",
					InputError.line(row.line(), "name too long"));
		}
		return name;
	}

	public boolean isDefault(CsvRow row) {
		return Numbers.parse(text(row, this.defaultFlag)) == 1;
	}

	private static String text(CsvRow row, int column) {
		return (column < 0) ? "" : row.cells().get(column);
	}

}
